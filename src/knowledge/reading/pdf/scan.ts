import { Ocr } from '../ocr/ocr.js';
import { asPortableMap, type Pixels } from '../ocr/portable-map.js';
import { UnreadableFile } from '../read-file.js';
import type { Pdf } from './page-text.js';
import { picturesOf } from './pictures.js';

/** Pages, of about a second each. */
const MOST_SCANS = 100;

/**
 * Reads the pictures of the pages with these numbers: what each says, as Markdown. Throws
 * `UnreadableFile` for too many scans, and where no page has a picture that can be unpacked.
 */
export async function readScans(
  pdf: Pdf,
  numbers: number[],
  step: () => void,
): Promise<Map<number, string>> {
  const read = new Map<number, string>();
  let ocr: Ocr | undefined;
  let lost = 0;
  try {
    for (const number of numbers) {
      const page = await pdf.getPage(number);
      const { pictures, failed } = await picturesOf(page);
      lost += failed;
      if (pictures.length && read.size >= MOST_SCANS) throw tooManyScans();
      ocr ??= pictures.length ? await Ocr.start() : undefined;
      const texts = [];
      for (const picture of pictures)
        texts.push(await readTurned(ocr!, picture, page.rotate, step));
      if (pictures.length) read.set(number, texts.filter(Boolean).join('\n\n'));
      page.cleanup();
    }
  } finally {
    await ocr?.end();
  }
  if (lost && !read.size && numbers.length === pdf.numPages) throw notUnpacked();
  return read;
}

/** Pages are scanned upside down, or on their side: the turn in which there is text is right. */
async function readTurned(
  ocr: Ocr,
  picture: Pixels,
  rotate: number,
  step: () => void,
): Promise<string> {
  for (const turn of [0, 90, 270, 180]) {
    step();
    const text = await ocr.read(asPortableMap(picture, rotate + turn));
    if (text) return text;
  }
  return '';
}

function tooManyScans(): UnreadableFile {
  return new UnreadableFile(
    'too-large',
    `The PDF has more than ${MOST_SCANS} scanned pages. Part it and give its parts.`,
  );
}

function notUnpacked(): UnreadableFile {
  return new UnreadableFile(
    'no-text',
    "The PDF's pages are pictures that can't be unpacked: too large, or packed as fax, JBIG2 or JPEG 2000. Save its pages as PNG or JPEG and give those.",
  );
}
