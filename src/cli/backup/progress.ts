import type { CopyProgress } from '../../storage/backup-file.js';

/** What was made. */
export interface Made {
  file: string;
  bytes: number;
}

const MIB = 1024 * 1024;

/** How far a copy is, in words. */
export function howFar({ pages, copied }: CopyProgress): string {
  return `Copied ${pages ? Math.floor((copied / pages) * 100) : 0} %`;
}

/** What was made, in words. */
export function madeInWords({ file, bytes }: Made): string {
  return `${file}: ${(bytes / MIB).toFixed(1)} MiB, checked. Keep the keys apart from it.\n`;
}
