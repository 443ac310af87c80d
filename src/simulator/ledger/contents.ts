import { readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Content } from './content.js';

/** The resources of the Content API: in a file beside the ledger when there is one, else in memory. */
export class Contents {
  private readonly bySid = new Map<string, Content>();
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly file?: string) {
    for (const content of readIn(file)) this.bySid.set(content.sid, content);
  }

  find(sid: string): Content | undefined {
    return this.bySid.get(sid);
  }

  /** Oldest first. */
  all(): Content[] {
    return [...this.bySid.values()];
  }

  /** Keeps a new one, or a changed one; durable when this resolves. */
  async keep(content: Content): Promise<void> {
    this.bySid.set(content.sid, content);
    await this.save();
  }

  async delete(sid: string): Promise<void> {
    this.bySid.delete(sid);
    await this.save();
  }

  clear(): void {
    this.bySid.clear();
    if (this.file) rmSync(this.file, { force: true });
  }

  private async after(before: Promise<void>, file: string): Promise<void> {
    await before.catch(() => undefined);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, JSON.stringify(this.all()), { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }

  /** One after the other, so that the file is the last one's. */
  private save(): Promise<void> {
    const { file } = this;
    if (!file) return Promise.resolve();
    this.saving = this.after(this.saving, file);
    return this.saving;
  }
}

function readIn(file?: string): Content[] {
  if (!file) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content[];
  } catch (error) {
    // What is wrong with the place itself, the ledger says.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code!)) return [];
    throw error;
  }
}
