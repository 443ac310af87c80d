import { afterEach, describe, expect, inject, test } from 'vitest';
import { judge, readLedger } from '../load/ledger.js';
import { aSid, NO_FAILURES, Town, type TownOptions } from '../load/town.js';
import { freshMongoUri } from '../support/stores/stores.js';

const ANA = 'whatsapp:+15005551001';
const BEN = 'whatsapp:+15005551002';
const HELD = { missing: [], twice: [], disordered: [], strange: [] };

interface Listed {
  direction: string;
  text: string;
  outcome: string | null;
  parts: { state: string }[];
}

let town: Town;
afterEach(() => town?.stop());

/** Writes by way of the emulator. */
async function write(from: string, text: string, sid = aSid()): Promise<void> {
  expect(await town.write(from, text, sid)).toBe(200);
}

/** Repeats a message as a JSON caller, which gets the conversation's id once there is an answer. */
async function repeat(From: string, Body: string, MessageSid: string): Promise<string> {
  const answer = await town.post({ From, Body, MessageSid });
  return ((await answer.json()) as { conversation_id: string }).conversation_id;
}

async function messages(conversation: string): Promise<Listed[]> {
  const path = `/api/v1/conversations/${conversation}/messages`;
  return (await town.admin<{ items: Listed[] }>(path)).items;
}

function answersTo(address: string): string[] {
  const lines = readLedger(town.ledger).filter(
    ({ event, to }) => event === 'created' && to === address,
  );
  return lines.map(({ body }) => body);
}

async function endsWithWorkInHand(options: TownOptions): Promise<void> {
  town = await Town.start(options);
  town.model.hangOn = 'think';
  await write(ANA, 'think about it');
  await town.model.heard(1);
  await town.setFaults({ create: { mode: 'slow', delay_ms: 1500 } });
  const sid = aSid();
  await write(BEN, 'send it slowly', sid);
  const slow = await repeat(BEN, 'send it slowly', sid);
  const states = async () =>
    (await messages(slow)).flatMap(({ parts }) => parts.map((p) => p.state));
  await expect.poll(states).toEqual(['sending']);

  expect(await town.kill(0, 'SIGTERM')).toEqual([0, null]);
  await town.model.requests[0].abandoned;
  expect([answersTo(BEN), answersTo(ANA)]).toEqual([['send it slowly'], []]);

  town.model.hangOn = undefined;
  await town.setFaults({});
  await town.startNode(0);
  await expect.poll(() => answersTo(ANA)).toEqual(['think about it']);
  await expect.poll(async () => (await messages(slow))[0].outcome).toBe('answered');
  expect(judge(readLedger(town.ledger))).toEqual({ ...HELD, answered: 2 });
  expect(await town.admin('/api/v1/failures')).toEqual(NO_FAILURES);
}

describe('SIGTERM with work in hand: a send ends, a generation is handed back', () => {
  test('on SQLite', () => endsWithWorkInHand({}));

  test.skipIf(!inject('mongo'))('on MongoDB', () =>
    endsWithWorkInHand({ mongoUri: freshMongoUri() }),
  );
});

test('what kills the process is given up after 2 + 3 crashes; the rest is answered', async () => {
  town = await Town.start();
  const asked = () => town.model.requests.map(({ body }) => body.messages.at(-1)!.content);
  const poisoned = () => asked().filter((text) => text.includes('poison'));
  town.model.mode = 'hang';
  await write(ANA, 'a croissant');
  await town.model.heard(1);
  const sid = aSid();
  await write(ANA, 'poison', sid);
  await town.model.heard(2);
  await write(ANA, 'a question');
  await town.model.heard(3);
  // From now on the process dies whenever the model is asked about the poison.
  town.model.hangOn = 'poison';
  town.model.mode = 'echo';
  for (let crashes = 0; crashes < 5; crashes++) {
    await expect.poll(poisoned).toHaveLength(2 + crashes);
    if (crashes === 1) {
      await write(BEN, 'a neighbour');
      await expect.poll(() => answersTo(BEN)).toEqual(['a neighbour']);
    }
    await town.kill(0);
    await town.startNode(0);
  }
  await expect.poll(() => answersTo(ANA)).toEqual(['a croissant', 'a question']);
  const all = 'a croissant\npoison\na question';
  expect(poisoned()).toEqual(['a croissant\npoison', all, all, 'poison', 'poison', 'poison']);
  const conversation = await repeat(ANA, 'poison', sid);
  const outcomes = async () =>
    (await messages(conversation)).flatMap(({ direction, text, outcome }) =>
      direction === 'inbound' ? [[text, outcome]] : [],
    );
  await expect.poll(outcomes).toEqual([
    ['a croissant', 'answered'],
    ['poison', 'dead'],
    ['a question', 'answered'],
  ]);
  const { items } = await town.admin<{ items: unknown[] }>('/api/v1/failures');
  expect(items).toMatchObject([{ kind: 'dead', conversation_id: conversation }]);
}, 240_000);
