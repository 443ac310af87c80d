import { expect, test, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import { StorageError } from '../../storage/storage.error.js';
import { MemoryHolds } from '../../../test/support/stores/memory/holds.js';
import { Holds } from '../holds/holds.js';
import type { Channel, Verdict } from './channel.js';
import { DeliveryService } from './delivery.service.js';
import type { Claim } from '../queue/queue.store.js';
import type { MessageCosts } from './message-costs.js';
import type { OutboxStore } from './outbox.store.js';
import type { Part, PartState } from '../turns/part.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';
import { VerdictsService } from './verdicts.service.js';

const claim: Claim = { conversationId: 'c', token: 1, crashes: 0 };
const now = Date.now();
const work: Work = {
  unsettled: 1,
  waiting: [],
  waitingInAll: 0,
  wakes: 0,
  earlier: { messages: [] },
  now,
  lastInboundAt: now,
};
const part = (position: number, over: Partial<Part> = {}): Part => ({
  id: `p${position}`,
  turnId: 't',
  position,
  body: `part ${position}`,
  state: 'pending',
  attempts: 0,
  chances: 0,
  createdAt: now,
  ...over,
});
const turn = (...parts: Part[]): Turn => ({ id: 't', conversationId: 'c', limited: false, parts });
const outgoing = (turn: Turn, of = work) => ({ turn, work: of, release: { crashes: 0 } });
const never = new AbortController().signal;

function delivery(
  verdicts: Verdict[],
  record: (verdict: Verdict) => Promise<{ state: PartState; retryInMs?: number }> = async (v) =>
    v.kind === 'accepted' ? { state: 'accepted' } : { state: 'pending', retryInMs: 700 },
) {
  const sent: string[] = [];
  const abandoned: string[] = [];
  const heldBack: unknown[] = [];
  const outbox = {
    begin: async () => '+15005550006',
    record: async (_: Claim, __: string, verdict: Verdict) => record(verdict),
    holdBack: async (_: Claim, id: string, why: object) => void heldBack.push({ id, ...why }),
    abandon: async (_: Claim, id: string) => void abandoned.push(id),
  };
  const channel = {
    sender: async () => undefined,
    send: async ({ body }: { body: string }) => (sent.push(body), verdicts.shift()!),
  };
  const clock = new SystemClock();
  const store = new MemoryHolds();
  const holds = new Holds(store);
  const counted: string[] = [];
  const costs = { sent: (to: string) => void counted.push(to) } as unknown as MessageCosts;
  vi.spyOn(holds['logger'], 'error').mockReturnValue(undefined);
  const service = new DeliveryService(
    outbox as unknown as OutboxStore,
    new VerdictsService(outbox as unknown as OutboxStore, clock),
    channel as unknown as Channel,
    holds,
    costs,
    clock,
  );
  return { service, counted, sent, abandoned, heldBack, holds, store, outbox };
}

const accepted: Verdict = { kind: 'accepted', sid: 'SM1', status: 'queued' };
const error = { code: 20429, message: 'busy' };

test('parts go out in order, each after the one before it was accepted', async () => {
  const { service, sent } = delivery([accepted, accepted]);
  expect(
    await service.deliver(claim, outgoing(turn(part(0), part(1)), work), never),
  ).toBeUndefined();
  expect(sent).toEqual(['part 0', 'part 1']);
});

test('a part that is refused for now holds back what follows', async () => {
  const { service, sent } = delivery([{ kind: 'retry', error }]);
  expect(await service.deliver(claim, outgoing(turn(part(0), part(1)), work), never)).toBe(700);
  expect(sent).toEqual(['part 0']);
});

test('what became of a send survives a store that is away for a moment', async () => {
  let failures = 2;
  const { service } = delivery([accepted], async () => {
    if (failures-- > 0) throw new StorageError('away');
    return { state: 'accepted' };
  });
  expect(await service.deliver(claim, outgoing(turn(part(0)), work), never)).toBeUndefined();
  expect(failures).toBe(-1);
});

test('an attempt whose record got no answer is known not to have been sent', async () => {
  const kept: Verdict[] = [];
  const { service, sent, outbox } = delivery([], async (verdict) => {
    kept.push(verdict);
    return { state: 'pending' };
  });
  outbox.begin = () => Promise.reject(new StorageError('away'));
  await expect(service.deliver(claim, outgoing(turn(part(0)), work), never)).rejects.toThrow(
    'away',
  );
  expect(kept).toMatchObject([{ kind: 'retry' }]);
  expect(sent).toEqual([]);
});

test('a store that is away does not hold up the end of the process', async () => {
  const stop = new AbortController();
  let tries = 0;
  const { service } = delivery([accepted], () => {
    if (++tries === 2) stop.abort();
    return Promise.reject(new StorageError('away'));
  });
  const delivered = service.deliver(claim, outgoing(turn(part(0)), work), stop.signal);
  await expect(delivered).rejects.toThrow('away');
  expect(tries).toBe(3);
});

const DAY = 24 * 3_600_000;

test('nothing is begun before its time, nor later than the window allows', async () => {
  const { service, sent } = delivery([]);
  const later = (ms: number) => turn(part(0, { retryAt: work.now + ms }));
  expect(await service.deliver(claim, outgoing(later(5000)), never)).toBe(5000);
  const old = { ...work, lastInboundAt: work.now - DAY + 2000 };
  expect(await service.deliver(claim, outgoing(later(5000), old), never)).toBe(2001);
  expect(sent).toEqual([]);
});

test('while the account is refused a part waits until the window closes, and says why', async () => {
  const { service, sent, heldBack, holds } = delivery([]);
  const why = { code: 20003, message: 'Authenticate', action: 'Check it.' };
  await holds.refused(why, 'account', { conversationId: 'other' }, 'answer');
  const old = { ...work, lastInboundAt: work.now - 3_600_000 };
  expect(await service.deliver(claim, outgoing(turn(part(0)), old), never)).toBe(
    DAY - 3_600_000 + 1,
  );
  expect([sent, heldBack]).toEqual([[], [{ id: 'p0', ...why }]]);
});

test('the third person whom a code nobody knows refuses is held with the line', async () => {
  const recorded: Verdict[] = [];
  const refusal: Verdict = { kind: 'retry', error: { code: 99999, message: '?' }, suspect: true };
  const { service, store } = delivery([refusal, refusal, refusal], async (verdict) => {
    recorded.push(verdict);
    return { state: 'pending', ...(verdict.kind === 'retry' && { retryInMs: 700 }) };
  });
  const dues: unknown[] = [];
  for (const conversationId of ['a', 'b', 'c'])
    dues.push(await service.deliver({ ...claim, conversationId }, outgoing(turn(part(0))), never));
  expect(recorded.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'stop']);
  expect(dues).toEqual([700, 700, DAY + 1]);
  expect(store.of('default')).toMatchObject({ code: 99999, heardBy: 'answer' });
  expect(store.of()).toBeUndefined();
});

test('a verdict is recorded also while the hold can not be', async () => {
  const { service, store } = delivery([{ kind: 'stop', of: 'account', error }]);
  vi.spyOn(store, 'hold').mockRejectedValue(new StorageError('away'));
  expect(await service.deliver(claim, outgoing(turn(part(0)), work), never)).toBe(700);
});

test('after 24 hours without a message of the sender nothing free is sent', async () => {
  const { service, sent, abandoned } = delivery([]);
  const closed = { ...work, lastInboundAt: work.now - DAY - 1 };
  await service.deliver(claim, outgoing(turn(part(0)), closed), never);
  expect([sent, abandoned]).toEqual([[], ['p0']]);
});

test('between two parts it stops when told to, and looks again at once', async () => {
  const stop = new AbortController();
  const { service, sent } = delivery([accepted], async () => {
    stop.abort();
    return { state: 'accepted' };
  });
  expect(await service.deliver(claim, outgoing(turn(part(0), part(1)), work), stop.signal)).toBe(0);
  expect(sent).toEqual(['part 0']);
});

test('word of a send is awaited behind a part that is not sent any more', async () => {
  const { service, sent } = delivery([]);
  // The first part failed later, and then a person took over.
  const cut = part(1, { state: 'sending', attempt: 'a', attemptedAt: now - 10_000 });
  const cancelled: Turn = { ...turn(part(0, { state: 'stopped' }), cut), cancelled: 'human' };
  expect(await service.deliver(claim, outgoing(cancelled), never)).toBe(50_000);
  expect(sent).toEqual([]);
});
