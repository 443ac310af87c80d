import { expect, test } from 'vitest';
import { aPhone, claimed, claimOf, inbound, onBothMailboxes } from '../support/stores/mailboxes.js';

onBothMailboxes('Accepting', (m) => {
  test('a message waits once, however often it arrives', async () => {
    const message = inbound();
    const first = await m.intake.accept(message);
    expect(first).toMatchObject({ messageId: message.id, duplicate: false });
    const again = await Promise.all([m.intake.accept(message), m.intake.accept(message)]);
    for (const other of again) expect(other).toEqual({ ...first, duplicate: true });
    const held = await claimed(m, first.conversationId);
    expect((await m.turns.open(held))!.waiting.map(({ id }) => id)).toEqual([message.id]);
  });

  test('the same message at once from many sides is stored once', async () => {
    const message = inbound();
    const all = await Promise.all(Array.from({ length: 10 }, () => m.intake.accept(message)));
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  test('messages wait in the order in which they were accepted', async () => {
    const phone = aPhone();
    const texts = Array.from({ length: 30 }, (_, n) => `text ${n}`);
    let conversationId = '';
    for (const text of texts)
      ({ conversationId } = await m.intake.accept(inbound({ phone, text: text })));
    const held = await claimed(m, conversationId);
    expect((await m.turns.open(held))!.waiting.map(({ text }) => text)).toEqual(texts);
  });

  test('details come back as they were given', async () => {
    const details = { location: { latitude: 1.5, longitude: -2 }, messageType: 'location' };
    const { conversationId } = await m.intake.accept(inbound({ text: '', details }));
    const work = await m.turns.open(await claimed(m, conversationId));
    expect(work!.waiting[0]).toMatchObject({ text: '', details, role: 'user' });
  });

  test('accepting never shortens a lease', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    await claimed(m, conversationId);
    await m.intake.accept(inbound({ phone }));
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });

  test('accepting never shortens a backoff', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = await claimed(m, conversationId);
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, dueInMs: 60_000, crashes: 0 });
    await m.intake.accept(inbound({ phone }));
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });

  test('it tells of a mailbox in work, or in a backoff: a wish must be seen there at once', async () => {
    const phone = aPhone();
    const busy = async () => (await m.intake.accept(inbound({ phone }))).busy;
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    expect(await busy()).toBe(false);
    const held = await claimed(m, conversationId);
    expect(await busy()).toBe(true);
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, dueInMs: 60_000, crashes: 0 });
    expect(await busy()).toBe(true);
    await m.queue.interrupt(conversationId);
    expect(await busy()).toBe(false);
  });
});
