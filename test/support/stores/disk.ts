import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So much that a filler's last pages and the last free block are gone, too. */
const CHUNK = Buffer.alloc(4096);
const SQLITE_FILES = ['recado.sqlite', 'recado.sqlite-wal'];

/** A disk of 8 MiB, or as many as said, that can be filled, and emptied again. Only root may mount one. */
export class SmallDisk {
  readonly directory = mkdtempSync(join(tmpdir(), 'recado-disk-'));
  private readonly filler = join(this.directory, 'filler');

  static mount(megabytes = 8): SmallDisk {
    const disk = new SmallDisk();
    try {
      run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'recado-test', disk.directory);
    } catch (error) {
      rmSync(disk.directory, { recursive: true });
      throw error;
    }
    return disk;
  }

  /** Until not one byte more can be written. */
  fill(): void {
    const file = openSync(this.filler, 'a');
    try {
      for (;;) writeSync(file, CHUNK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler, { force: true });
  }

  unmount(): void {
    run('umount', '--lazy', this.directory);
    rmSync(this.directory, { recursive: true });
  }
}

/**
 * Refuses every write to the store's files, as a file system does that an I/O error made read-only
 * (a mount with open files can't be made so by hand). SQLite's shared memory is left out: no such
 * file system takes that away.
 */
export function makeReadOnly(directory: string): void {
  run('chattr', '+i', ...SQLITE_FILES.map((file) => join(directory, file)));
}

export function makeWritable(directory: string): void {
  run('chattr', '-i', ...SQLITE_FILES.map((file) => join(directory, file)));
}

/** Why a full disk can't be had here; undefined when it can. */
export function noSmallDisk(): string | undefined {
  return failureOf(() => SmallDisk.mount().unmount());
}

/** Why files can't be made read-only under a process of root's; undefined when they can. */
export function noReadOnly(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const files = SQLITE_FILES.map((file) => openSync(join(directory, file), 'w'));
  const failure = failureOf(() => {
    makeReadOnly(directory);
    const written = failureOf(() => writeSync(files[0], CHUNK)) === undefined;
    makeWritable(directory);
    if (written) throw new Error('chattr +i is not heeded by this file system');
  });
  files.forEach(closeSync);
  rmSync(directory, { recursive: true });
  return failure;
}

/** Says loudly what is skipped and why; with CI=true that is a failure. */
export function skipLoudly(what: string, reason: string | undefined): boolean {
  if (reason === undefined) return false;
  if (process.env.CI) throw new Error(`CI must be able to test ${what}: ${reason}`);
  console.warn(`\n*** SKIPPED, ${what.toUpperCase()}: ${reason}\n*** Run the tests as root.\n`);
  return true;
}

function failureOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).message.trim();
  }
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}
