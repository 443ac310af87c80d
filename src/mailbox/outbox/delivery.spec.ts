import { expect, test, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import { StorageError } from '../../storage/storage.error.js';
import { AccountHold } from './account-hold.js';
import type { Channel, Verdict } from './channel.js';
import { DeliveryService } from './delivery.service.js';
import type { Claim } from '../queue/queue.store.js';
import type { OutboxStore } from './outbox.store.js';
import type { Part, PartState } from '../turns/part.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';

const claim: Claim = { conversationId: 'c', token: 1, crashes: 0 };
const now = Date.now();
const work: Work = {
  unsettled: 1,
  waiting: [],
  waitingInAll: 0,
  wakes: 0,
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
  ...over,
});
const turn = (...parts: Part[]): Turn => ({ id: 't', conversationId: 'c', limited: false, parts });
const never = new AbortController().signal;

function delivery(
  verdicts: Verdict[],
  record: (verdict: Verdict) => Promise<{ state: PartState; retryInMs?: number }> = async (v) =>
    v.kind === 'accepted' ? { state: 'accepted' } : { state: 'pending', retryInMs: 700 },
) {
  const sent: string[] = [];
  const abandoned: string[] = [];
  const outbox = {
    begin: async () => '+15005550006',
    record: async (_: Claim, __: string, verdict: Verdict) => record(verdict),
    abandon: async (_: Claim, id: string) => void abandoned.push(id),
  };
  const channel = {
    sender: async () => undefined,
    send: async ({ body }: { body: string }) => (sent.push(body), verdicts.shift()!),
  };
  const clock = new SystemClock();
  const account = new AccountHold(clock);
  vi.spyOn(account['logger'], 'error').mockReturnValue(undefined);
  const service = new DeliveryService(
    outbox as unknown as OutboxStore,
    channel as unknown as Channel,
    account,
    clock,
  );
  return { service, sent, abandoned, account, outbox };
}

const accepted: Verdict = { kind: 'accepted', sid: 'SM1', status: 'queued' };
const error = { code: 20429, message: 'busy' };

test('parts go out in order, each after the one before it was accepted', async () => {
  const { service, sent } = delivery([accepted, accepted]);
  expect(await service.deliver(claim, turn(part(0), part(1)), work, never)).toBeUndefined();
  expect(sent).toEqual(['part 0', 'part 1']);
});

test('a part that is refused for now holds back what follows', async () => {
  const { service, sent } = delivery([{ kind: 'retry', error }]);
  expect(await service.deliver(claim, turn(part(0), part(1)), work, never)).toBe(700);
  expect(sent).toEqual(['part 0']);
});

test('what became of a send survives a store that is away for a moment', async () => {
  let failures = 2;
  const { service } = delivery([accepted], async () => {
    if (failures-- > 0) throw new StorageError('away');
    return { state: 'accepted' };
  });
  expect(await service.deliver(claim, turn(part(0)), work, never)).toBeUndefined();
  expect(failures).toBe(-1);
});

test('an attempt whose record got no answer is known not to have been sent', async () => {
  const kept: Verdict[] = [];
  const { service, sent, outbox } = delivery([], async (verdict) => {
    kept.push(verdict);
    return { state: 'pending' };
  });
  outbox.begin = () => Promise.reject(new StorageError('away'));
  await expect(service.deliver(claim, turn(part(0)), work, never)).rejects.toThrow('away');
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
  const delivered = service.deliver(claim, turn(part(0)), work, stop.signal);
  await expect(delivered).rejects.toThrow('away');
  expect(tries).toBe(3);
});

test('nothing is begun before its time, or while the account is refused', async () => {
  const { service, sent, account } = delivery([]);
  const later = turn(part(0, { retryAt: work.now + 5000 }));
  expect(await service.deliver(claim, later, work, never)).toBe(5000);
  account.hold({ code: 20003, message: 'Authenticate' }, 60_000);
  expect(await service.deliver(claim, turn(part(0)), work, never)).toBe(10_000);
  account.lift();
  expect(sent).toEqual([]);
});

test('after 24 hours without a message of the sender nothing free is sent', async () => {
  const { service, sent, abandoned } = delivery([]);
  const closed = { ...work, lastInboundAt: work.now - 24 * 3_600_000 - 1 };
  await service.deliver(claim, turn(part(0)), closed, never);
  expect([sent, abandoned]).toEqual([[], ['p0']]);
});

test('between two parts it stops when told to, and looks again at once', async () => {
  const stop = new AbortController();
  const { service, sent } = delivery([accepted], async () => {
    stop.abort();
    return { state: 'accepted' };
  });
  expect(await service.deliver(claim, turn(part(0), part(1)), work, stop.signal)).toBe(0);
  expect(sent).toEqual(['part 0']);
});
