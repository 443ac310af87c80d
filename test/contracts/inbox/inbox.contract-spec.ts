import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ConversationFilter } from '../../../src/sessions/conversation.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  inbound,
  merge,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

onBothMailboxes('The inbox', (m) => {
  const aTickLater = async () => {
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
  };
  const write = async (over: object = {}) => {
    await aTickLater();
    return (await m.intake.accept(inbound(over))).conversationId;
  };
  const shown = async (id: string) => {
    const conversation = (await m.sessions.conversation(id))!;
    const [overview] = await m.inbox.overviews([conversation]);
    return { ...conversation, ...overview };
  };
  const listed = async (filter: ConversationFilter, among: string[]) => {
    const found = await m.sessions.conversations({ order: 'activity', ...filter }, 200);
    return found.map(({ id }) => id).filter((id) => among.includes(id));
  };
  const reply = () => ({
    turnId: randomUUID(),
    text: 'Hi',
    parts: [{ id: randomUUID(), body: 'Hi' }],
    windowMs: 60_000,
  });

  test('lists first where something was said last, by anybody', async () => {
    const phones = [aPhone(), aPhone(), aPhone()];
    const ids: string[] = [];
    for (const phone of phones) ids.push(await write({ phone }));
    const [a, b, c] = ids;
    expect(await listed({}, ids)).toEqual([c, b, a]);
    await write({ phone: phones[1] });
    expect(await listed({}, ids)).toEqual([b, c, a]);
    await aTickLater();
    await m.takeover.reply(a, reply());
    expect(await listed({}, ids)).toEqual([a, b, c]);
    expect(await listed({ order: 'begun' }, ids)).toEqual([c, b, a]);
    const { conversationId } = await answered(m);
    expect(await listed({}, [...ids, conversationId])).toEqual([conversationId, a, b, c]);
  });

  test('goes on behind the last of a page, while messages come in', async () => {
    const phones = Array.from({ length: 6 }, aPhone);
    const ids: string[] = [];
    for (const phone of phones) ids.push(await write({ phone }));
    const by: ConversationFilter = { order: 'activity' };
    const first = await m.sessions.conversations(by, 2);
    expect(first.map(({ id }) => id)).toEqual([ids[5], ids[4]]);
    await write({ phone: phones[0] });
    await write({ phone: phones[4] });
    const { id, activityAt: at } = first[1];
    const rest = await m.sessions.conversations(by, 3, { id, at });
    expect(rest.map((one) => one.id)).toEqual([ids[3], ids[2], ids[1]]);
  });

  test('counts what no person has read, until one reads or replies', async () => {
    const phone = aPhone();
    const id = await write({ phone });
    const other = await write();
    await write({ phone });
    expect(await shown(id)).toMatchObject({ unread: 2 });
    await answered(m, 1, phone);
    expect(await shown(id)).toMatchObject({ unread: 3 });
    expect(await listed({ unread: true }, [id, other])).toEqual([id, other]);
    expect([await m.sessions.read(id), await m.sessions.read(id)]).toEqual([true, false]);
    expect(await shown(id)).toMatchObject({ unread: 0 });
    expect(await listed({ unread: true }, [id, other])).toEqual([other]);
    expect(await listed({ unread: false }, [id, other])).toEqual([id]);
    await write({ phone });
    expect(await shown(id)).toMatchObject({ unread: 1 });
    await m.takeover.reply(id, reply());
    expect(await shown(id)).toMatchObject({ unread: 0 });
    expect(await m.sessions.read(randomUUID())).toBe(false);
  });

  test('a message that comes again is no news', async () => {
    const message = inbound();
    const { conversationId: id } = await m.intake.accept(message);
    const { activityAt } = await shown(id);
    await m.sessions.read(id);
    await aTickLater();
    expect(await m.intake.accept(message)).toMatchObject({ duplicate: true });
    expect(await shown(id)).toMatchObject({ unread: 0, activityAt });
    await write({ phone: message.phone });
    expect(await shown(id)).toMatchObject({ unread: 1 });
  });

  test('knows when the sender wrote last, also of a message that was found late', async () => {
    const phone = aPhone();
    const before = Date.now() - 1;
    const id = await write({ phone });
    const { lastInboundAt } = await shown(id);
    expect(lastInboundAt).toBeGreaterThan(before);
    await write({ phone, receivedAt: before - 3_600_000 });
    expect(await shown(id)).toMatchObject({ lastInboundAt, unread: 2 });
    const late = await write({ receivedAt: before - 3_600_000 });
    expect(await shown(late)).toMatchObject({ lastInboundAt: before - 3_600_000 });
  });

  const asked = (conversationId: string) =>
    (['user', 'assistant'] as const).map((role) => {
      const said = { role, source: 'api', text: role } as const;
      return { id: randomUUID(), conversationId, ...said, createdAt: Date.now() };
    });

  test('a conversation of the chat API has no window, and a channel of its own', async () => {
    const [id, held] = [randomUUID(), await write()];
    await m.messages.begin(asked(id));
    expect(await shown(id)).toMatchObject({ channel: 'api', unread: 1, latest: { parts: [] } });
    expect((await shown(id)).lastInboundAt).toBeUndefined();
    await m.sessions.read(id);
    await aTickLater();
    await m.messages.keep(asked(id));
    expect(await shown(id)).toMatchObject({ unread: 1 });
    expect(await listed({}, [id, held])).toEqual([id, held]);
    expect(await listed({ channel: 'api' }, [id, held])).toEqual([id]);
    expect(await listed({ channel: 'whatsapp' }, [id, held])).toEqual([held]);
    expect(await listed({ channel: 'api', order: 'begun', unread: true }, [id, held])).toEqual([
      id,
    ]);
  });

  test('shows what was said last, and how far its parts are', async () => {
    const silent = (await m.sessions.getOrCreate({ phone: aPhone() })).conversationId;
    expect((await shown(silent)).latest).toBeUndefined();
    const id = await write({ text: 'Is it open?' });
    expect((await shown(id)).latest).toMatchObject({
      message: { text: 'Is it open?', role: 'user' },
      parts: [],
    });
    const { conversationId, held, part } = await answered(m, 2);
    const states = async () => (await shown(conversationId)).latest!.parts;
    expect((await shown(conversationId)).latest!.message).toMatchObject({ text: 'Buenos días' });
    expect(await states()).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 1000);
    await m.outbox.record(held, attempt, acceptance());
    expect(await states()).toMatchObject([
      { state: 'accepted', status: 'queued' },
      { state: 'pending' },
    ]);
  });

  test('of two conversations that become one, the news are of both', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await write({ userId });
    await m.sessions.read(older);
    const younger = await write({ phone, text: 'younger' });
    const { activityAt, lastInboundAt } = await shown(younger);
    await m.sessions.getOrCreate({ phone, userId });
    expect(await shown(older)).toMatchObject({ activityAt, lastInboundAt });
    await merge(m, younger);
    expect(await shown(older)).toMatchObject({
      unread: 1,
      latest: { message: { text: 'younger' } },
    });
    expect(await listed({ unread: true }, [older, younger])).toEqual([older]);
    await m.sessions.read(younger);
    expect(await shown(older)).toMatchObject({ unread: 0 });
  });

  test('keeps nothing of who is erased', async () => {
    const phone = aPhone();
    const id = await write({ phone });
    await m.erasure.erase(id);
    expect(await listed({}, [id])).toEqual([]);
    expect(await m.inbox.overviews([{ id, unread: true }])).toMatchObject([{ latest: undefined }]);
    const again = await write({ phone });
    expect(await shown(again)).toMatchObject({ unread: 1 });
    await m.queue.release(await claimed(m, again), { crashes: 0 });
  });
});
