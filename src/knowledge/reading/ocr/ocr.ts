import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorker, type Line, OEM, type Worker } from 'tesseract.js';
import { bodySizeOf, markdownOf } from '../layout/page.js';
import { type Piece, runsOf } from '../layout/piece.js';

/** The languages that pictures are read in, both at once. Their data comes with the packages. */
const LANGUAGES = ['spa', 'eng'];
/**
 * In percent, on average over the letters. Text that stands upright reaches 85 to 95, what is no
 * text or stands on its side 30 to 60.
 */
const LEGIBLE = 65;
/**
 * In percent. A line in which Tesseract is sure of no word is a logo or a stain. Within a line its
 * doubts say little: it may be in doubt about an hour that it read well, which must not get lost.
 */
const SURE = 50;
/** What it takes the lines of a table for. */
const RULED = /^[|¦_=~—–[\]]+$/;

const { resolve } = createRequire(import.meta.url);

/** Reads the text in pictures, offline. It takes a thread of its own until it is ended. */
export class Ocr {
  private readonly worker: Worker;

  private constructor(worker: Worker) {
    this.worker = worker;
  }

  static async start(): Promise<Ocr> {
    const folder = await folderOfLanguages();
    try {
      const options = { langPath: folder, cacheMethod: 'none', errorHandler: () => {} };
      return new Ocr(await createWorker(LANGUAGES, OEM.LSTM_ONLY, options));
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /**
   * The text of a picture in a format that Tesseract knows, as Markdown. Empty if there is none,
   * or none that can be made out: letters at random would be answers at random.
   */
  async read(picture: Uint8Array): Promise<string> {
    const { data } = await this.worker.recognize(
      Buffer.from(picture),
      { rotateAuto: true },
      { text: false, blocks: true },
    );
    const lines = (data.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap((paragraph) => paragraph.lines)
      .filter(({ words }) => words.some(({ confidence }) => confidence >= SURE));
    if (legibility(lines) < LEGIBLE) return '';
    const runs = runsOf(lines.flatMap(piecesOf));
    const width = Math.max(0, ...runs.map(({ right }) => right));
    return markdownOf(runs, bodySizeOf([runs]), width);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

function legibility(lines: Line[]): number {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return letters ? sure / letters : 0;
}

function piecesOf({ words, baseline, rowAttributes, bbox }: Line): Piece[] {
  return words
    .filter(({ text }) => !RULED.test(text))
    .map((word) => ({
      text: word.text,
      left: word.bbox.x0,
      right: word.bbox.x1,
      baseline: (baseline.y0 + baseline.y1) / 2,
      size: rowAttributes.rowHeight || bbox.y1 - bbox.y0,
    }));
}

/** Tesseract looks for its languages in one folder; each comes in a package of its own. */
async function folderOfLanguages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recado-ocr-'));
  for (const language of LANGUAGES) {
    const file = `${language}.traineddata.gz`;
    const path = resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${file}`);
    await symlink(path, join(folder, file));
  }
  return folder;
}
