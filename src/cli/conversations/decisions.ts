import type { Reached } from '../reach.js';
import { askAdmin } from '../ask-admin.js';
import { withRecado } from '../work.js';
import { pathOf } from './found.js';

/** Prints all that is kept of a sender, as JSON, and returns the exit code. */
export function exportData(id: string): Promise<number> {
  return withRecado(async (recado) => {
    const data = await askAdmin<object>(recado, 'GET', `${await pathOf(recado, id)}/export`);
    process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
    return 0;
  });
}

/** Takes a conversation over, and returns the exit code. */
export function takeover(id: string): Promise<number> {
  return decide(id, 'is taken over: the bot is silent in it', (recado, path) =>
    askAdmin(recado, 'POST', `${path}/takeover`),
  );
}

/** Gives a conversation back to the bot, and returns the exit code. */
export function release(id: string): Promise<number> {
  return decide(id, 'is given back to the bot', (recado, path) =>
    askAdmin(recado, 'POST', `${path}/release`),
  );
}

/** Erases all that is kept of a sender, and returns the exit code. */
export function erase(id: string): Promise<number> {
  return decide(id, 'is erased', (recado, path) => askAdmin(recado, 'DELETE', path));
}

function decide(
  id: string,
  done: string,
  ask: (recado: Reached, path: string) => Promise<unknown>,
): Promise<number> {
  return withRecado(async (recado) => {
    await ask(recado, await pathOf(recado, id));
    process.stdout.write(`${id} ${done}.\n`);
    return 0;
  });
}
