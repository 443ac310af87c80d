import type { Database } from './database.js';
import type { Sqlite } from './sqlite.js';

/** A port's methods as SQLite runs them: with the database in front, and without a promise. */
export type StepsOf<Port> = {
  [Method in keyof Port]: Port[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (db: Database, ...args: Args) => Result
    : never;
};

/**
 * Binds the `steps` that a module exports to the port that they are the adapter of. `url` is the
 * module's own `import.meta.url`: the writer's thread loads it once more and runs the steps there,
 * each inside a transaction. A method's promise resolves when its transaction is on the disk.
 */
export function portOf<Port>(steps: StepsOf<Port>, url: string): (sqlite: Sqlite) => Promise<Port> {
  return async (sqlite) => {
    await sqlite.load(url);
    const methods = Object.keys(steps).map((step) => [
      step,
      (...args: unknown[]) => sqlite.call(url, step, args),
    ]);
    return Object.fromEntries(methods) as Port;
  };
}
