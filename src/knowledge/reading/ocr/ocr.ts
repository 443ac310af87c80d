import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import { bodySizeOf, markdownOf } from '../layout/page.js';
import { type Piece, runsOf } from '../layout/piece.js';

/** The languages that pictures are read in, both at once. Their data comes with the packages. */
const LANGUAGES = ['spa', 'eng'];
/** Words that Tesseract is less sure of, in percent, are mostly no words: lines, logos, stains. */
const SURE = 30;

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

  /** The text of a picture in a format that Tesseract knows, as Markdown; empty if there is none. */
  async read(picture: Uint8Array): Promise<string> {
    const { data } = await this.worker.recognize(
      Buffer.from(picture),
      { rotateAuto: true },
      { text: false, blocks: true },
    );
    const lines = (data.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap((p) => p.lines);
    const pieces = lines.flatMap((line): Piece[] =>
      line.words
        .filter(({ confidence }) => confidence >= SURE)
        .map(({ text, bbox }) => ({
          text,
          left: bbox.x0,
          right: bbox.x1,
          baseline: (line.baseline.y0 + line.baseline.y1) / 2,
          size: line.rowAttributes.rowHeight || line.bbox.y1 - line.bbox.y0,
        })),
    );
    const runs = runsOf(pieces);
    const width = Math.max(0, ...runs.map(({ right }) => right));
    return markdownOf(runs, bodySizeOf([runs]), width);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
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
