import type { Database } from './database.js';
import type { Sqlite } from './sqlite.js';

/** A port's methods as SQLite runs them: they take the database first and return no promise. */
export type StepsOf<Port> = {
  [Method in keyof Port]: Port[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (db: Database, ...args: Args) => Result
    : never;
};

/**
 * Makes a port of the `steps` that a module exports. `url` is the module's own `import.meta.url`:
 * the writer's thread loads the module, too, and runs each step there inside a transaction. The
 * promise of a method resolves when its transaction is on the disk, and rejects with the step's
 * error or with a `StorageError`.
 *
 * `reads` names the steps that only read and may take long, such as lists: they run in the reader's
 * thread, where no message waits for them.
 */
export function portOf<Port>(
  steps: StepsOf<Port>,
  url: string,
  reads: readonly (keyof Port & string)[] = [],
): (sqlite: Sqlite) => Promise<Port> {
  return async (sqlite) => {
    await sqlite.load(url);
    const methods = Object.keys(steps).map((step) => {
      const run = (reads as readonly string[]).includes(step) ? 'read' : 'call';
      return [step, (...args: unknown[]) => sqlite[run](url, step, args)];
    });
    return Object.fromEntries(methods) as Port;
  };
}
