import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of inbound files: in a folder when there is one, else in memory. */
export class MediaStore {
  private readonly bytes = new Map<string, Buffer>();

  /** @param folder beside the ledger, made when first needed */
  constructor(private readonly folder?: string) {}

  async save(sid: string, bytes: Buffer): Promise<void> {
    if (!this.folder) return void this.bytes.set(sid, bytes);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.folder, sid), bytes, { mode: 0o600, flush: true });
  }

  /** Undefined when it was deleted. The SID must be one of ours: it becomes a file's name. */
  async find(sid: string): Promise<Buffer | undefined> {
    if (!this.folder) return this.bytes.get(sid);
    return readFile(join(this.folder, sid)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  async delete(sid: string): Promise<void> {
    this.bytes.delete(sid);
    if (this.folder) await rm(join(this.folder, sid), { force: true });
  }

  async clear(): Promise<void> {
    this.bytes.clear();
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }
}
