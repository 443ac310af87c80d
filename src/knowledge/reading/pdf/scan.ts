import { getResolvedPDFJS } from 'unpdf';
import { asPortableMap, type Pixels } from '../ocr/portable-map.js';
import { Ocr } from '../ocr/ocr.js';
import { UnreadableFile } from '../read-file.js';
import type { Pdf, PdfPage } from './page-text.js';

/** Pages, of about a second each. */
const MOST_SCANS = 100;
/** Pictures that are smaller, on either side, are logos and lines. */
const SMALLEST = 150;

/** Reads the pictures of the pages with these numbers: what each says, as Markdown. */
export async function readScans(
  pdf: Pdf,
  numbers: number[],
  step: () => void,
): Promise<Map<number, string>> {
  const read = new Map<number, string>();
  let ocr: Ocr | undefined;
  try {
    for (const number of numbers) {
      const page = await pdf.getPage(number);
      const pictures = await picturesOf(page);
      if (pictures.length && read.size >= MOST_SCANS) throw tooManyScans();
      ocr ??= pictures.length ? await Ocr.start() : undefined;
      const texts = [];
      for (const picture of pictures)
        texts.push(await ocr!.read(asPortableMap(picture, page.rotate)));
      if (pictures.length) read.set(number, texts.filter(Boolean).join('\n\n'));
      page.cleanup();
      step();
    }
  } finally {
    await ocr?.end();
  }
  return read;
}

async function picturesOf(page: PdfPage): Promise<Pixels[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Pixels[] = [];
  for (const [n, operation] of fnArray.entries()) {
    const given = (argsArray[n] as unknown[] | null)?.[0];
    if (operation === OPS.paintImageXObject) pictures.push(await objectOf(page, String(given)));
    else if (operation === OPS.paintInlineImageXObject) pictures.push(given as Pixels);
    else if (operation === OPS.paintImageMaskXObject) {
      const mask = given as Pixels & { data: unknown };
      pictures.push(
        typeof mask.data === 'string' ? await objectOf(page, mask.data) : { ...mask, kind: 1 },
      );
    }
  }
  return pictures.filter(
    (picture) => picture?.data && picture.width >= SMALLEST && picture.height >= SMALLEST,
  );
}

function objectOf(page: PdfPage, key: string): Promise<Pixels> {
  const objects = key.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(key, resolve as never));
}

function tooManyScans(): UnreadableFile {
  return new UnreadableFile(
    'too-large',
    `The PDF has more than ${MOST_SCANS} scanned pages. Part it and give its parts.`,
  );
}
