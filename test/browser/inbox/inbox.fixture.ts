import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ofSimulator } from '../../../src/storage/open-storage.js';
import { type Person, peopleOf } from '../../support/inbox/crowd.js';
import type { Console } from '../console.fixture.js';

const AT_ONCE = 500;

/** Puts people into the store of a Recado that runs, past its API. */
export async function seed(app: Console, people: Person[]): Promise<Person[]> {
  const { MONGODB_URI } = app.settings;
  const add = MONGODB_URI ? await intoMongo(MONGODB_URI) : await intoSqlite(app.directory);
  for (let n = 0; n < people.length; n += AT_ONCE) await add.some(people.slice(n, n + AT_ONCE));
  await add.end();
  return people;
}

export { peopleOf };

/** Which of the rows that are shown, from the top, say that their sender waits for a person. */
export function waitsIn(page: Page): Promise<boolean[]> {
  return page
    .getByRole('option')
    .evaluateAll((all) => all.map((one) => !!one.querySelector('[title="Waits for a person"]')));
}

async function intoSqlite(directory: string) {
  const { Database } = await import('../../../src/storage/sqlite/database.js');
  const { steps } = await import('../../support/inbox/crowd.sqlite.js');
  const db = new Database(join(directory, 'data', 'simulator', 'recado.sqlite'));
  return {
    async some(people: Person[]) {
      db.begin();
      steps.add(db, people);
      db.run('COMMIT');
    },
    end: async () => db.close(),
  };
}

async function intoMongo(uri: string) {
  const { Mongo } = await import('../../../src/storage/mongo/mongo.js');
  const { Collections } = await import('../../../src/storage/mongo/collections.js');
  const { open } = await import('../../support/inbox/crowd.mongo.js');
  const mongo = await Mongo.open(ofSimulator(uri));
  const crowd = open(await Collections.open(mongo));
  return { some: (people: Person[]) => crowd.add(people), end: () => mongo.close() };
}

/** Somebody writes by WhatsApp; returns when the webhook was answered. */
export async function writes(
  app: Console,
  from: string,
  body: string,
  more: object = {},
): Promise<void> {
  const message = { from: `whatsapp:${from}`, body, ...more };
  const response = await app.recado.call('POST', '/simulator/control/messages', message);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The conversation with a number. */
export async function idOf(app: Console, waId: string): Promise<string> {
  const path = `/api/v1/conversations?wa_id=${encodeURIComponent(waId)}`;
  const { items } = (await (await app.recado.call('GET', path)).json()) as {
    items: { id: string }[];
  };
  return items[0].id;
}
