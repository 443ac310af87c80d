import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded } from '../../support/has-ended.js';
import { SmallDisk } from '../../support/stores/disk.js';
import type { Ground } from '../row.js';

/** Megabytes: with room for the file and its log. */
const SQLITE_MB = 96;

/** A small disk for SQLite's file, which can be filled. */
export class BadDisk implements Ground {
  readonly disk = SmallDisk.mount(SQLITE_MB);
  readonly options: Ground['options'] = { env: { DATA_DIR: this.disk.directory } };

  static async mount(): Promise<BadDisk> {
    return new BadDisk();
  }

  stop(): void {
    this.disk.unmount();
  }
}

/** Why a process's writes can't be made to fail here; undefined when they can. */
export function noStrace(): string | undefined {
  const { error, status } = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']);
  return error?.message ?? (status ? `strace ended with ${status}` : undefined);
}

/** The disk fails to keep what the process asks it to, until it is ended. */
export class FailingSync {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  /** Resolves once it holds the process. */
  static async of(pid: number): Promise<FailingSync> {
    const calls = 'fsync,fdatasync';
    const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`];
    const child = spawn('strace', ['-f', '-p', `${pid}`, '-o', '/dev/null', ...inject]);
    // It says on stderr that it is attached.
    await Promise.race([once(child.stderr, 'data'), once(child, 'close')]);
    if (child.exitCode !== null) throw new Error(`strace ended with ${child.exitCode}`);
    return new FailingSync(child);
  }

  /** A mongod that can't keep its journal ends itself, and strace with it. */
  async end(): Promise<void> {
    if (hasEnded(this.child)) return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGINT');
    await closed;
  }
}
