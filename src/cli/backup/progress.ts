import type { CopyProgress } from '../../storage/backup-file.js';

/** What was made. */
export interface Made {
  file: string;
  bytes: number;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR = '\r\u001B[2K';
const MIB = 1024 * 1024;

/** Shows how far a backup is, on a terminal; elsewhere only what was made. */
export class Progress {
  private last = '';

  constructor(private readonly output: Output) {}

  show({ pages, copied }: CopyProgress): void {
    if (pages) this.say(`Copied ${Math.floor((copied / pages) * 100)} %`);
  }

  say(text: string): void {
    if (!this.output.isTTY || text === this.last) return;
    this.last = text;
    this.output.write(CLEAR + text);
  }

  clear(): void {
    if (this.last) this.output.write(CLEAR);
    this.last = '';
  }

  end({ file, bytes }: Made): void {
    this.clear();
    const size = `${(bytes / MIB).toFixed(1)} MiB`;
    this.output.write(`${file}: ${size}, checked. Keep the keys apart from it.\n`);
  }
}
