/**
 * Reads one file in a thread of its own, and ends. What parses foreign bytes runs here, so that a
 * file that is meant to do harm takes neither the process's memory nor its event loop.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { decode } from './encoding.js';
import { finished } from './finished.js';
import { type Found, UnreadableFile } from './read-file.js';
import type { FromThread, Job } from './in-thread.js';

const port = parentPort!;
const tell = (message: FromThread) => port.postMessage(message);

try {
  tell({ found: finished(await read(workerData as Job)) });
} catch (error) {
  if (error instanceof UnreadableFile) tell({ reason: error.reason, message: error.message });
  else tell({ failed: String(error) });
}

/** Each reader is loaded when its kind of file comes: some take a tenth of a second. */
async function read(job: Job): Promise<Found> {
  const { bytes, name, contentType } = job;
  switch (job.kind) {
    case 'pdf':
      return (await import('./pdf/pdf.js')).readPdf(job, () => tell('going on'));
    case 'docx':
      return (await import('./docx/docx.js')).readDocx(bytes, name);
    case 'image':
      return (await import('./ocr/image.js')).readImage(bytes);
    case 'html':
      return (await import('./html/html.js')).readHtml(decode(bytes, contentType), name);
    case 'markdown':
    case 'text':
      return (await import('./markdown.js')).readText(job, job.kind);
    case 'csv':
      return (await import('./csv/csv.js')).readCsv(decode(bytes, contentType));
  }
}
