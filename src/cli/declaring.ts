import type { Command } from 'commander';

/** The exit codes, the same for every command that says nothing else of them. */
export const EXIT_CODES = `
Exit codes: 0 done; 1 not done, or what was looked at is not as it must be: stderr says why and what
to do next. Data goes to stdout, all else to stderr.`;

/** Examples, a line each, for the end of a command's help. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n${EXIT_CODES}`;
}

/** An option that every command with data has. */
export const JSON_OPTION = ['--json', 'one JSON document instead of text'] as const;

/**
 * Makes a command's action of what a module exports. The parts of the app are loaded by the command
 * that wants them, and log nothing here.
 */
export function runs(load: () => Promise<(...args: never[]) => Promise<number>>) {
  return async (...args: unknown[]): Promise<void> => {
    const { Logger } = await import('@nestjs/common');
    Logger.overrideLogger(false);
    const action = (await load()) as (...args: unknown[]) => Promise<number>;
    end(await action(...args));
  };
}

/** Ends once all is written: a connection that is kept alive must not keep the command waiting. */
export function end(code: number): void {
  process.stdout.write('', () => process.exit(code));
}

/** Adds commands to the program, or to one of its commands. */
export type Declaration = (program: Command) => void;
