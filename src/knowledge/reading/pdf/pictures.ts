import { getResolvedPDFJS } from 'unpdf';
import type { Pixels } from '../ocr/portable-map.js';
import type { PdfPage } from './page-text.js';

/** Pixels; pictures that are smaller, on either side, are logos and lines. */
const SMALLEST = 150;

interface Pictures {
  pictures: Pixels[];
  /** How many couldn't be unpacked. */
  failed: number;
}

/** The pictures of a page, as they lie in it. What a scanner cut into strips is whole again. */
export async function picturesOf(page: PdfPage): Promise<Pictures> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: (Pixels | null)[] = [];
  for (const [n, operation] of fnArray.entries()) {
    const given = (argsArray[n] as unknown[] | null)?.[0];
    if (operation === OPS.paintImageXObject) found.push(await objectOf(page, String(given)));
    else if (operation === OPS.paintInlineImageXObject) found.push(given as Pixels);
    else if (operation === OPS.paintImageMaskXObject) found.push(await maskOf(page, given));
  }
  const unpacked = found.filter((picture) => picture !== null && !!picture.data) as Pixels[];
  const pictures = strips(unpacked).filter(
    ({ width, height }) => width >= SMALLEST && height >= SMALLEST,
  );
  return { pictures, failed: found.length - unpacked.length };
}

/** What is painted in one colour has a bit for each pixel. */
async function maskOf(page: PdfPage, given: unknown): Promise<Pixels | null> {
  const mask = given as Omit<Pixels, 'data'> & { data: string | Pixels['data'] };
  const { data } = mask;
  return typeof data === 'string' ? objectOf(page, data) : { ...mask, data, kind: 1 };
}

/** Null where it can't be unpacked. */
function objectOf(page: PdfPage, key: string): Promise<Pixels | null> {
  const objects = key.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(key, resolve as never));
}

function strips(pictures: Pixels[]): Pixels[] {
  const whole: Pixels[] = [];
  for (const picture of pictures) {
    const above = whole.at(-1);
    if (above?.width !== picture.width || above.kind !== picture.kind) whole.push(picture);
    else {
      const data = Buffer.concat([above.data, picture.data]);
      whole.splice(-1, 1, { ...above, height: above.height + picture.height, data });
    }
  }
  return whole;
}
