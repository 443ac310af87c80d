/**
 * - running: the worker claims whenever it has a free place and something may be due
 * - alone: the worker works on one mailbox that may kill the process, and on nothing else
 * - stopping: the worker claims nothing, aborts generations and lets running sends end
 */
export type Mode = 'running' | 'alone' | 'stopping';

/** Which modes may follow each mode. A worker that stops never starts again. */
const NEXT: Record<Mode, Mode[]> = {
  running: ['alone', 'stopping'],
  alone: ['running', 'stopping'],
  stopping: [],
};

/** The one mode that a worker is in. */
export class WorkerMode {
  private current: Mode = 'running';

  get now(): Mode {
    return this.current;
  }

  /** Changes the mode. Throws when the current one can't be followed by it: that is a bug. */
  enter(mode: Mode): void {
    if (!NEXT[this.current].includes(mode))
      throw new Error(`A worker can't go from ${this.current} to ${mode}.`);
    this.current = mode;
  }
}
