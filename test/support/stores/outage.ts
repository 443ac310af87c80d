import { expect, onTestFailed } from 'vitest';
import { judge, readLedger } from '../../load/ledger.js';
import { aSid, NO_FAILURES, type Town } from '../../load/town.js';
import { aPhone } from './mailboxes.js';

const HELD = { missing: [], twice: [], disordered: [], strange: [] };
const UP = [200, undefined];
const AWAY = [503, 'store cannot be written now'];

/** More lines than these would be a flood: the log of a long outage must stay readable. */
const MOST_LINES = 30;

/** Milliseconds: a claim whose answer the outage swallowed holds its mailbox for 20 s. */
const LEASE_AND_MORE = 60_000;

/** Milliseconds. A store that is back and takes nothing for longer isn't back. */
const BREATH = 10_000;

/** How the store goes and returns, and what the log then tells the operator to do. */
export interface Outage {
  goes(): Promise<void> | void;
  returns(): Promise<void> | void;
  cure: RegExp;
}

interface Text {
  From: string;
  Body: string;
  MessageSid: string;
}

const aText = (Body: string): Text => {
  const MessageSid = aSid();
  return { From: `whatsapp:${aPhone()}`, Body: `${Body} ${MessageSid}`, MessageSid };
};

const write = (town: Town, { From, Body, MessageSid }: Text) => town.write(From, Body, MessageSid);
const verdictOf = (town: Town) => judge(readLedger(town.ledger));

/**
 * The store goes away under a running town and comes back. In hand meanwhile are an answer that is
 * being made and one that is being sent, and somebody writes. Nothing is taken that can't be kept,
 * the process lives and says what is wrong; then all goes on by itself, each text answered once.
 */
export async function survives(town: Town, { goes, returns, cure }: Outage): Promise<void> {
  onTestFailed(() => console.error(town.log.join('\n')));
  const { answered } = verdictOf(town);
  await takeInHand(town);
  const quiet = town.log.length;
  const late = aText('meanwhile');
  await goes();
  try {
    await refuses(town, late);
    // The answer is made, and Twilio has the other one: neither can be kept now.
    town.model.hangOn = undefined;
    town.model.release();
    await expect.poll(() => verdictOf(town).answered).toBe(answered + 1);
    for (let n = 0; n < MOST_LINES; n++) expect(await town.health('ready')).toEqual(AWAY);
  } finally {
    await returns();
  }
  await expect.poll(() => town.health('ready')).toEqual(UP);
  // A machine that is short of breath may look away from its store once more.
  const next = aText('afterwards');
  await expect.poll(() => write(town, next), { timeout: BREATH }).toBe(200);
  // Only whose rows a transaction holds that a hang cut off may be refused for a while yet.
  await expect.poll(() => write(town, late), { timeout: LEASE_AND_MORE }).toBe(200);
  const all = { ...HELD, answered: answered + 4 };
  await expect.poll(() => verdictOf(town), { timeout: LEASE_AND_MORE }).toEqual(all);
  expect(await town.admin('/api/v1/failures')).toEqual(NO_FAILURES);
  const said = town.log.slice(quiet);
  expect(said).toContainEqual(expect.stringMatching(cure));
  expect(said.length).toBeLessThan(MOST_LINES);
}

/** One answer that the model thinks about, one that Twilio takes its time with. */
async function takeInHand(town: Town): Promise<void> {
  const heard = town.model.requests.length;
  town.model.hangOn = 'think';
  expect(await write(town, aText('think'))).toBe(200);
  await town.model.heard(heard + 1);
  await town.setFaults({ create: { mode: 'slow', delay_ms: 800 } });
  const slow = aText('slowly');
  expect(await write(town, slow)).toBe(200);
  const { conversation_id: id } = (await (await town.post(slow)).json()) as Record<string, string>;
  await expect.poll(() => statesIn(town, id)).toEqual(['sending']);
  // The send reads the configuration once more before it leaves: by now it has.
  await town.admin('/api/v1/bot/config');
  await town.setFaults({});
}

async function statesIn(town: Town, conversation: string): Promise<string[]> {
  const path = `/api/v1/conversations/${conversation}/messages`;
  const { items } = await town.admin<{ items: { parts: { state: string }[] }[] }>(path);
  return items.flatMap(({ parts }) => parts.map(({ state }) => state));
}

/** To Twilio and to others, in the time that Twilio waits. */
async function refuses(town: Town, text: Text): Promise<void> {
  const [status, answer] = await Promise.all([write(town, text), town.post(text)]);
  expect(status).toBe(503);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  await expect.poll(() => town.health('ready')).toEqual(AWAY);
  expect(await town.health('live')).toEqual(UP);
}
