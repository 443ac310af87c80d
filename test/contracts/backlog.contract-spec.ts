import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  inbound,
  onBothMailboxes,
  heard,
} from '../support/stores/mailboxes.js';

onBothMailboxes('The backlog', (m) => {
  test('counts what waits and what is due, and how long the oldest has', async () => {
    expect(await m.queue.backlog()).toEqual({
      due: { count: 0, oldestMs: 0 },
      waiting: { count: 0, oldestMs: 0 },
    });
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    await m.intake.accept(inbound({ phone }));
    await m.intake.accept(inbound());
    const oldest = async () => {
      const { due, waiting } = await m.queue.backlog();
      return [due.count, waiting.count, due.oldestMs >= 20, waiting.oldestMs >= 20];
    };
    await expect.poll(oldest).toEqual([2, 3, true, true]);
    // What is claimed isn't due, though its messages wait; the other mailbox is let go of.
    await claimed(m, conversationId);
    expect(await m.queue.backlog()).toMatchObject({ due: { count: 0 }, waiting: { count: 3 } });
  });

  test('a message that was sent or delivered tells when its question came in', async () => {
    const before = Date.now();
    const { held, part } = await answered(m);
    const attempt = '00000000-0000-4000-8000-00000000aaaa';
    await m.outbox.begin(held, part, attempt, 60_000);
    const sent = (await m.outbox.record(held, attempt, acceptance('SMbacklog')))!;
    expect(sent).toMatchObject({ outcome: 'answered' });
    expect(sent.receivedAt).toBeGreaterThanOrEqual(before - 1000);
    const next = await m.outbox.callback(heard({ sid: 'SMbacklog', status: 'sent' }));
    expect(next).toMatchObject({ state: 'accepted', receivedAt: undefined });
    const last = await m.outbox.callback(heard({ sid: 'SMbacklog', status: 'delivered' }));
    expect(last).toMatchObject({ receivedAt: sent.receivedAt });
  });
});
