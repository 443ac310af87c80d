import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are kept in memory at most: the oldest files go. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The bytes of inbound files: in a folder when there is one, else in memory, the newest ones. */
export class MediaStore {
  private readonly bytes = new Map<string, Buffer>();
  private size = 0;

  /** @param folder beside the ledger, made when first needed */
  constructor(
    private readonly folder?: string,
    private readonly most = MOST_BYTES,
  ) {}

  async save(sid: string, bytes: Buffer): Promise<void> {
    if (!this.folder) return this.hold(sid, bytes);
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
    this.drop(sid);
    if (this.folder) await rm(join(this.folder, sid), { force: true });
  }

  async clear(): Promise<void> {
    this.bytes.clear();
    this.size = 0;
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }

  private hold(sid: string, bytes: Buffer): void {
    this.drop(sid);
    this.bytes.set(sid, bytes);
    this.size += bytes.length;
    for (const oldest of this.bytes.keys()) {
      if (this.size <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(sid: string): void {
    this.size -= this.bytes.get(sid)?.length ?? 0;
    this.bytes.delete(sid);
  }
}
