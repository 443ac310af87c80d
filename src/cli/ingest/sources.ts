import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

/** Something to put in: a file, or a page of the web, under the name of its document. */
export type Source = { name: string; path: string } | { name: string; url: string };

/** What can't be put in, and why. */
export interface Unusable {
  name: string;
  error: string;
}

const PAGE = /^https?:\/\//i;

/** What systems and programs leave beside a business's files. */
const LEFT_OUT = /^(\..*|node_modules|~\$.*|thumbs\.db|desktop\.ini)$/i;

/** Whether what has this name within a folder is left out: hidden, or not the business's own. */
export function isLeftOut(path: string): boolean {
  return LEFT_OUT.test(basename(path));
}

export function isPage(given: string): boolean {
  return PAGE.test(given);
}

/**
 * The name of a file's document: its path within the folder that was given, parted by `/` on every
 * system; of a file that was given itself, its name.
 */
export function nameWithin(given: string, path: string): string {
  return relative(given, path).replaceAll(sep, '/') || basename(path);
}

/** All files under the paths given, sorted, and the pages; each name once. */
export async function sourcesOf(given: string[]): Promise<Sources> {
  const sources = new Sources();
  for (const one of given) await sources.take(one);
  return sources;
}

/** What was found, and what of it can't be put in. */
export class Sources {
  readonly found: Source[] = [];
  readonly unusable: Unusable[] = [];
  /** Where the document of each name comes from. */
  private readonly origins = new Map<string, string>();

  /** Adds what is at a path: a file, a folder with all that is in it, or a page. */
  async take(given: string): Promise<void> {
    if (isPage(given)) return this.add({ name: given, url: given }, given);
    await this.trying(given, async () => {
      const found = await stat(given);
      if (found.isFile()) return this.add({ name: basename(given), path: given }, given);
      if (!found.isDirectory()) return this.refuse(given, 'it is neither a file nor a folder');
      const before = this.found.length + this.unusable.length;
      await this.walk(given, given, await realpath(given));
      const after = this.found.length + this.unusable.length;
      if (after === before) this.refuse(given, 'there is no file in this folder');
    });
  }

  private async walk(folder: string, given: string, root: string): Promise<void> {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(
      ({ name }) => !isLeftOut(name),
    );
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await this.trying(path, () => this.walk(path, given, root));
      else if (entry.isFile() || (entry.isSymbolicLink() && (await staysIn(root, path))))
        this.add({ name: nameWithin(given, path), path }, path);
    }
  }

  /** What can't be looked at is said, and the others go in. */
  private async trying(path: string, look: () => Promise<void>): Promise<void> {
    await look().catch((error: NodeJS.ErrnoException) => this.refuse(path, wordsOf(error)));
  }

  private add(source: Source, origin: string): void {
    const key = source.name.normalize('NFC');
    const other = this.origins.get(key);
    if (other === undefined) this.found.push(source);
    else if (other !== origin) this.refuse(origin, twice(source.name, other));
    this.origins.set(key, other ?? origin);
  }

  private refuse(name: string, error: string): void {
    this.unusable.push({ name, error });
  }
}

/** A link to a file of the same folder is a file like any other; those that lead out are left out. */
async function staysIn(root: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  return !!target?.startsWith(root + sep) && (await stat(target)).isFile();
}

function wordsOf({ message, code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file or folder';
  return code === 'EACCES' ? 'it may not be read: see its permissions' : message;
}

function twice(name: string, other: string): string {
  return `its document would be named ${name}, like that of ${other}: give the folder above both`;
}
