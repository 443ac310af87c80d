/** How a process is made to break a promise: what it does is changed from below, or its build is. */
import http from 'node:http';
import { registerHooks } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

type Handler = (...given: any[]) => any;

/** What stands in a file of the build, and what is to stand there instead. */
interface Edit {
  /** Below `dist/`. */
  file: string;
  from: string;
  to: string;
}

/**
 * Changes the build as it is loaded. A text that isn't there any more is an error: a mutation that
 * changes nothing would say that the check sees nothing.
 */
export function edited(...edits: Edit[]): void {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const here = edits.filter(({ file }) => url.endsWith(`/dist/${file}`));
      return here.length ? { ...loaded, source: here.reduce(replaced, textOf(loaded)) } : loaded;
    },
  });
}

function textOf({ source }: { source?: unknown }): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString();
}

function replaced(source: string, { file, from, to }: Edit): string {
  if (!source.includes(from)) throw new Error(`The mutation's text isn't in ${file}: ${from}`);
  return source.replace(from, () => to);
}

/** Changes what SQLite is told to do. */
export function rewritten(rewrite: (sql: string) => string): void {
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (sql, ...more) {
    return prepare.call(this, rewrite(sql), ...more);
  };
}

/** Answers some requests itself. */
export function answered(
  which: (request: http.IncomingMessage) => boolean,
  answer: (response: http.ServerResponse) => unknown,
): void {
  const { emit } = http.Server.prototype as { emit: Handler };
  http.Server.prototype.emit = function (this: http.Server, event: string, ...given: any[]) {
    if (event !== 'request' || !which(given[0])) return emit.call(this, event, ...given);
    answer(given[1]);
    return true;
  } as never;
}
