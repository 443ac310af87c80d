import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** USER_HZ: /proc counts CPU time in hundredths of a second. */
const TICK_MS = 10;

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
      const answer = await fetch(`http://127.0.0.1:${this.port}${path}`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer && answer.status < below) return performance.now() - this.startedAt;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`it doesn't answer: ${this.#said}`);
  }

  /** Milliseconds of CPU, user and system, of all its threads since its start. */
  cpuMs(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  /** Megabytes in memory, now or at most until now. */
  memoryMb(which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)![1]) / 1024;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
