import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { hasEnded } from '../support/has-ended.js';

/** USER_HZ: /proc counts CPU time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds, by the names of threads. */
export type Cpu = Record<string, number>;

/** The address of a server on this machine. */
export function urlOf({ port }: { port: number }): string {
  return `http://127.0.0.1:${port}`;
}

/** A process whose CPU and memory are read from /proc. */
export class MeasuredProcess {
  readonly port: number;
  readonly startedAt = performance.now();
  readonly #child: ChildProcess;
  #said = '';

  constructor(args: string[], port: number, env: NodeJS.ProcessEnv = {}, cwd?: string) {
    this.port = port;
    const { PATH } = process.env;
    this.#child = spawn(process.execPath, args, { cwd, env: { PATH, ...env } });
    const keep = (chunk: Buffer) => (this.#said = (this.#said + chunk).slice(-5000));
    this.#child.stdout!.on('data', keep);
    this.#child.stderr!.on('data', keep);
  }

  /** Resolves once the path is answered with a status below `below`; how long it took, in ms. */
  async answers(path: string, below = 300): Promise<number> {
    while (performance.now() - this.startedAt < 60_000) {
      if (this.#child.exitCode !== null) break;
      const answer = await fetch(urlOf(this) + path).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer && answer.status < below) return performance.now() - this.startedAt;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`it doesn't answer: ${this.#said}`);
  }

  /** Milliseconds of CPU, user and system, since its start; by the names of its threads. */
  cpuMs(): Cpu {
    const all: Cpu = {};
    for (const thread of readdirSync(`/proc/${this.#child.pid}/task`)) {
      const stat = readFileSync(`/proc/${this.#child.pid}/task/${thread}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      all[name] = (all[name] ?? 0) + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    }
    return all;
  }

  /** Megabytes in memory, now or at most until now. */
  memoryMb(which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)![1]) / 1024;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (hasEnded(this.#child)) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}
