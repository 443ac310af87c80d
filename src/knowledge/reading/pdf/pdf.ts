import { getDocumentProxy } from 'unpdf';
import { bodySizeOf, markdownOf, withoutRunningLines } from '../layout/page.js';
import { type Run, runsOf } from '../layout/piece.js';
import { pageTitle } from '../markdown.js';
import { type Found, type GivenFile, UnreadableFile } from '../read-file.js';
import { pageText, type Pdf } from './page-text.js';
import { readScans } from './scan.js';

/** Pages of text; a handbook of a thousand pages is read in parts. */
const MOST_PAGES = 1000;
/** Pictures beyond this many pixels aren't unpacked: a page at 600 dpi has 35 million. */
const MOST_PIXELS = 36_000_000;

/**
 * Reads a PDF page by page, as Markdown. Pages that have no text but pictures are scans, and go
 * through OCR. `step` is called for each page that took long.
 */
export async function readPdf({ bytes, name }: GivenFile, step: () => void): Promise<Found> {
  const pdf = await open(bytes);
  if (pdf.numPages > MOST_PAGES) throw tooManyPages(pdf.numPages);
  const pages: Run[][] = [];
  const widths: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    pages.push(runsOf(await pageText(page)));
    widths.push(page.getViewport({ scale: 1 }).width);
    step();
  }
  const scans = await readScans(
    pdf,
    pages.flatMap((runs, n) => (runs.length ? [] : [n + 1])),
    step,
  );
  const clean = withoutRunningLines(pages);
  const body = bodySizeOf(clean);
  const texts = clean.map((runs, n) => scans.get(n + 1) ?? markdownOf(runs, body, widths[n]));
  const text = texts.join('\n\f\n');
  return { title: (await titleOf(pdf, name)) ?? pageTitle(text), text, format: 'markdown' };
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      maxImageSize: MOST_PIXELS,
      verbosity: 0,
    });
  } catch (error) {
    if ((error as Error).name !== 'PasswordException') throw error;
    throw new UnreadableFile(
      'encrypted',
      'The PDF is protected by a password. Save it without one and give it again.',
    );
  }
}

/** Names that programs give of their own accord are no titles. */
const NO_TITLE =
  /^(microsoft (word|powerpoint|excel) - .*|.*\.\w{2,5}|(untitled|document|documento|sin t[ií]tulo|presentaci[oó]n|powerpoint presentation|presentación de powerpoint)[\s-]*\d*)$/i;

async function titleOf(pdf: Pdf, name: string): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = String((info as { Title?: unknown }).Title ?? '').trim();
  const own = name.includes(title) || NO_TITLE.test(title);
  return title && !own ? title : undefined;
}

function tooManyPages(pages: number): UnreadableFile {
  return new UnreadableFile(
    'too-large',
    `The PDF has ${pages} pages, and ${MOST_PAGES} can be read. Part it and give its parts.`,
  );
}
