import { execFile } from 'node:child_process';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { vi } from 'vitest';
import { recado } from '../../src/cli/recado.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;

/** The exit code of a command, what it wrote to stdout, and what to stderr. */
export type Ran = [code: number, stdout: string, stderr: string];

/** Runs `recado` with these words, in a directory and with nothing else in its environment. */
export function runRecado(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { cwd, env: { PATH, NODE_COMPILE_CACHE, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [LAUNCHER, ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

/** Nothing goes on behind an exit. */
class Exited extends Error {}

/** The same in this process, which spares a second for each: one command at a time. */
export async function runHere(args: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation(((text: string, done?: unknown) => {
      written[name] += text;
      if (typeof done === 'function') done();
      return true;
    }) as never),
  );
  let end: (code: number) => void;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    end(Number(code));
    throw new Exited();
  });
  const failed = recado()
    .parseAsync(['node', 'recado', ...args])
    .catch((error: unknown) => {
      if (!(error instanceof Exited)) throw error;
    })
    .then(() => ended);
  try {
    return [await Promise.race([ended, failed]), written.stdout, written.stderr];
  } finally {
    for (const spy of [...spies, exit]) spy.mockRestore();
    vi.unstubAllEnvs();
    // A command logs nothing; the tests that this worker runs next do.
    Logger.overrideLogger(new ConsoleLogger());
  }
}
