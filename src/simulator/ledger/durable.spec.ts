import { beforeEach, expect, it } from 'vitest';
import { SystemClock } from '../../clock.js';
import { Faults } from '../faults/faults.js';
import { Arrivals } from '../people/arrivals.js';
import { Inbound } from '../people/inbound.js';
import type { LedgerEntry } from './ledger-entry.js';
import { Ledger, NoLedger } from './ledger.js';
import { MediaStore } from './media.store.js';
import { Messages } from './messages.js';
import type { SimulatorOptions } from '../simulator.options.js';
import type { WebhookClient } from '../webhooks/webhook.client.js';

/** A ledger on a disk that takes its time: lines are durable when the test says so. */
class SlowLedger extends NoLedger {
  readonly waiting: { entry: LedgerEntry; done: () => void; fail: (error: Error) => void }[] = [];

  override append(entry?: LedgerEntry): Promise<void> {
    return new Promise((done, fail) => this.waiting.push({ entry: entry!, done, fail }));
  }
}

const options: SimulatorOptions = {
  accountSid: 'AC1',
  authToken: 'token',
  from: 'whatsapp:+14155238886',
  ledgerFile: undefined,
  address: () => 'http://127.0.0.1:3001',
  webhookUrl: () => 'http://127.0.0.1:3000',
};
const SID = `SM${'a'.repeat(32)}`;
const hello = { from: '+12025550123', body: 'Hello', message_sid: SID };
let ledger: SlowLedger;
let messages: Messages;
let inbound: Inbound;
let posted: number;

beforeEach(() => {
  const clock = new SystemClock();
  const answer = {
    status: 200,
    contentType: null,
    body: '',
    attempts: 1,
    error: null,
    request: null,
  };
  const webhook = { post: async () => (posted++, answer) } as unknown as WebhookClient;
  posted = 0;
  ledger = new SlowLedger();
  messages = new Messages(ledger as Ledger, clock);
  const arrivals = new Arrivals(messages, webhook, new Faults(options), options);
  inbound = new Inbound(messages, new MediaStore(), arrivals, options, clock);
});

/** All that can happen without the disk has happened. */
const settled = () => new Promise((done) => setImmediate(done));

it('sends nothing and shows nothing before the line is durable', async () => {
  const sent = inbound.send(hello);
  await settled();
  expect([posted, messages.all().length]).toEqual([0, 0]);
  ledger.waiting[0].done();
  await sent;
  expect([posted, messages.all().length]).toEqual([1, 1]);

  const advanced = messages.advance(messages.find(SID)!, 'read');
  await settled();
  expect(messages.find(SID)!.status).toBe('received');
  ledger.waiting[1].done();
  await advanced;
  expect(messages.find(SID)!.status).toBe('read');
});

it('has nothing that the disk refused', async () => {
  const sent = inbound.send(hello);
  await settled();
  ledger.waiting[0].fail(new Error('EIO'));
  await expect(sent).rejects.toThrow('EIO');
  expect([posted, messages.find(SID)]).toEqual([0, undefined]);
});

it('keeps a SID once that comes twice before it is durable', async () => {
  const both = [inbound.send(hello), inbound.send(hello)];
  await settled();
  expect(ledger.waiting).toHaveLength(1);
  ledger.waiting[0].done();
  await Promise.all(both);
  expect([posted, messages.all().length]).toEqual([2, 1]);
});
