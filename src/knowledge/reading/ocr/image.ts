import { pageTitle } from '../markdown.js';
import type { Found } from '../read-file.js';
import { checkSize } from './image-size.js';
import { Ocr } from './ocr.js';

/** Reads the text in a picture. */
export async function readImage(bytes: Uint8Array): Promise<Found> {
  checkSize(bytes);
  const ocr = await Ocr.start();
  try {
    const text = await ocr.read(bytes);
    return { title: pageTitle(text), text, format: 'markdown' };
  } finally {
    await ocr.end();
  }
}
