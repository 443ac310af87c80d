import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded } from './has-ended.js';
import { NeverError } from './until.js';

/** Where a source's build is. */
export const builtFile = (file: string) => new URL(`../../dist/${file}`, import.meta.url).pathname;

/** As `npm start` has it: a young generation of this size spares a start some collections. */
const FLAGS = ['--max-semi-space-size=16'];

/** A process of what was built, in a directory where it finds no .env. */
export class BuiltProcess {
  stdout = '';
  stderr = '';
  /** The exit code and the signal, once it has ended. */
  readonly ended: Promise<unknown[]>;
  private readonly child: ChildProcess;

  /** `command`: what starts it, where that isn't Node itself. */
  constructor(file: string, directory: string, env: NodeJS.ProcessEnv, command?: string[]) {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const [program, ...given] = command ?? [process.execPath, ...FLAGS, builtFile(file)];
    this.child = spawn(program, given, {
      cwd: directory,
      env: { PATH, NODE_COMPILE_CACHE, ...env },
    });
    this.ended = once(this.child, 'close');
    this.child.stdout!.on('data', (chunk) => (this.stdout += chunk));
    this.child.stderr!.on('data', (chunk) => (this.stderr += chunk));
  }

  /** What is found on stdout, once it is there. Rejects when the process ends before. */
  async says(line: RegExp): Promise<RegExpExecArray> {
    const said = new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = line.exec(this.stdout);
        if (found) resolve(found);
      };
      this.child.stdout!.on('data', look);
      look();
    });
    const ended = this.ended.then(() => this.mustRun());
    return (await Promise.race([said, ended]))!;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get hasEnded(): boolean {
    return hasEnded(this.child);
  }

  /** Throws a `NeverError`, with what it wrote, when it has ended. */
  mustRun(): void {
    const { exitCode, signalCode } = this.child;
    if (!this.hasEnded) return;
    throw new NeverError(`it ended (${signalCode ?? exitCode}): ${this.stderr || this.stdout}`);
  }

  /** Such as SIGSTOP, which doesn't end it. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves with the exit code and the signal, also when it has ended already. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown[]> {
    this.child.kill(signal);
    return this.ended;
  }
}
