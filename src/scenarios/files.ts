import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Medium } from './scenario.js';

/** A file that is sent, as it is written: a path beside the scenario's file, or the bytes. */
export type WrittenMedium = string | { content_type: string; path?: string; base64?: string };

/** What the end of a file's name says of it, of what people send on WhatsApp. */
const TYPES: Record<string, string> = {
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.amr': 'audio/amr',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.vcf': 'text/vcard',
};

/** Scenarios stand beside the documents that they are about, and are none themselves. */
const SCENARIO = /\.ya?ml$/i;

/**
 * The files of the documents that a scenario names, by their folders or themselves. Throws an `Error` that
 * names the scenario's file.
 */
export function documentsIn(given: string | string[], of: string): string[] {
  const paths = [given].flat().map((path) => resolve(dirname(of), path));
  const found = paths.flatMap((path) => filesAt(path, of));
  // A document's name is its identity: the second would replace the first.
  const twice = found.find((one, at) => found.findIndex((o) => basename(o) === basename(one)) < at);
  if (twice) throw new Error(`${of}: two documents have the name ${basename(twice)}`);
  return found;
}

function filesAt(path: string, of: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Error(`${of}: there is no ${path}`);
  if (stats.isFile()) return [path];
  const found = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !SCENARIO.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (!found.length) throw new Error(`${of}: no file in ${path}`);
  return found.sort();
}

/**
 * The bytes of a file that is sent. `of` is the scenario's file; without one, paths lead nowhere. Throws an
 * `Error` that names the path.
 */
export function mediumOf(written: WrittenMedium, of?: string): Medium {
  const { path, base64, content_type } =
    typeof written === 'string' ? { path: written } : { ...written };
  if (path === undefined) return { content_type: content_type!, base64: base64! };
  if (of === undefined) throw new Error(`${path} is not here: ${PLAY_FROM_FILE}`);
  const type = content_type ?? TYPES[extname(path).toLowerCase()];
  if (!type) throw new Error(`${path}: write its content_type, too`);
  return { content_type: type, base64: bytesAt(path, of).toString('base64') };
}

const PLAY_FROM_FILE = 'play the file by `npx recado simulate`, or write `base64` in its place.';

function bytesAt(path: string, of: string): Buffer {
  try {
    return readFileSync(resolve(dirname(of), path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be read (${code})`, { cause });
  }
}
