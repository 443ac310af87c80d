import { expect, it } from 'vitest';
import { SystemClock } from '../../clock.js';
import { type LedgerEntry } from './ledger-entry.js';
import { NoLedger } from './ledger.js';
import { MediaStore } from './media.store.js';
import { INBOUND, type Message } from './message.js';
import { Messages } from './messages.js';

class Kept extends NoLedger {
  readonly lines: LedgerEntry[] = [];
  override async append(entry?: LedgerEntry): Promise<void> {
    this.lines.push(entry!);
  }
  override async *entries() {
    yield* this.lines;
  }
}

const clock = new SystemClock();
const PERSON = 'whatsapp:+12025550123';
const message = (n: number, more: Partial<Message> = {}): Message => ({
  ...INBOUND,
  sid: `SM${String(n).padStart(32, '0')}`,
  from: PERSON,
  to: 'whatsapp:+14155238886',
  body: `${n}`,
  createdAt: clock.now(),
  updatedAt: clock.now(),
  sentAt: null,
  media: [],
  externalUserId: null,
  said: {},
  ...more,
});

async function filled(ledger: Kept): Promise<Messages> {
  const messages = new Messages(ledger, clock, 10);
  const scheduled = { direction: 'outbound', status: 'scheduled', to: PERSON } as const;
  await messages.add(message(0, { ...scheduled, from: 'whatsapp:+14155238886' }));
  await messages.add(message(1, { from: 'whatsapp:+12025550199' }));
  for (let n = 2; n <= 40; n++) await messages.add(message(n));
  return messages;
}

it('has the newest in memory, and what is still on its way; all in the ledger', async () => {
  const ledger = new Kept();
  const messages = await filled(ledger);
  const bodies = messages.all().map(({ body }) => Number(body));
  expect(bodies.length).toBeLessThanOrEqual(12);
  expect(bodies[0]).toBe(0);
  expect(bodies.slice(-10)).toEqual([31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
  expect(messages.with(PERSON).length).toBe(bodies.length);
  expect(messages.find(message(1).sid)).toBe(undefined);
  expect(messages.with('+12025550199')).toEqual([]);
  expect(ledger.lines).toHaveLength(41);
});

it('still knows that somebody wrote whose messages it has forgotten', async () => {
  const messages = await filled(new Kept());
  expect(messages.lastInbound('+12025550199')).toBeGreaterThan(clock.now() - 60_000);
});

it('brings nothing back at a restart that it had forgotten', async () => {
  const ledger = new Kept();
  const messages = await filled(ledger);
  const late = { ...ledger.lines[1], event: 'status' as const };
  await ledger.append(late);
  const again = await Messages.replay(ledger, clock, 10);
  expect(again.all().map(({ sid }) => sid)).toEqual(messages.all().map(({ sid }) => sid));
});

it('holds the newest files in memory, up to a size', async () => {
  const store = new MediaStore(undefined, 100);
  for (const sid of ['a', 'b', 'c']) await store.save(sid, Buffer.alloc(40));
  expect(await store.find('a')).toBe(undefined);
  expect((await store.find('c'))!.length).toBe(40);
  await store.delete('b');
  await store.save('d', Buffer.alloc(60));
  expect((await store.find('c'))!.length).toBe(40);
});
