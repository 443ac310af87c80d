import type { Found } from '../read-file.js';
import { Ocr } from './ocr.js';
import { checkSize } from './image-size.js';

/** Reads the text in a picture. */
export async function readImage(bytes: Uint8Array): Promise<Found> {
  checkSize(bytes);
  const ocr = await Ocr.start();
  try {
    return { text: await ocr.read(bytes), format: 'markdown' };
  } finally {
    await ocr.end();
  }
}
