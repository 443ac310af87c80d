import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  heard,
  inbound,
} from '../../support/stores/mailboxes.js';
import { conversation, message, onBothWatched } from './watched.fixture.js';

const MINUTE = 60_000;
const refusal = { kind: 'dead', error: { code: 21211, message: 'no' } } as const;

onBothWatched('StoreChanges tell of conversations:', (w) => {
  async function sending() {
    const one = await answered(w.m);
    const attempt = randomUUID();
    await w.m.outbox.begin(one.held, one.part, attempt, MINUTE);
    await w.anew();
    return { ...one, attempt, turnId: one.draft.turnId };
  }

  test('a message that came, its sender, and one that is repeated', async () => {
    const first = inbound();
    const { conversationId } = await w.m.intake.accept(first);
    await w.tells(message(first.id, conversationId), conversation(conversationId));
    await w.anew();
    await w.m.intake.accept(first);
    expect(await w.all()).toEqual([]);
    await w.m.intake.accept(inbound({ phone: first.phone, profileName: 'Ana' }));
    await w.tells(conversation(conversationId));
  });

  test('an answer, and how its sending goes', async () => {
    const { conversationId, draft, part, held } = await answered(w.m);
    await w.tells(
      message(draft.turnId, conversationId),
      message(part, conversationId),
      conversation(conversationId),
    );
    const attempt = randomUUID();
    await w.m.outbox.begin(held, part, attempt, MINUTE);
    const sent = acceptance();
    await w.m.outbox.record(held, attempt, sent);
    await w.tells(message(part, conversationId, { sid: sent.sid }), conversation(conversationId));
    await w.anew();
    await w.m.outbox.callback(heard({ sid: sent.sid, attempt, status: 'delivered' }));
    await w.tells(message(part, conversationId, { sid: sent.sid }));
  });

  test('what a worker does with a mailbox is no news', async () => {
    const { conversationId } = await w.m.intake.accept(inbound());
    await w.anew();
    const held = await claimed(w.m, conversationId);
    await w.m.queue.release(held, { crashes: 0 });
    expect(await w.all()).toEqual([]);
  });

  test('who waits for a person and why, who takes over, and why the bot has it again', async () => {
    const { conversationId: id } = await w.m.intake.accept(inbound());
    await w.anew();
    await w.m.sessions.waitForPerson(id, { reason: 'topic' });
    await w.m.takeover.takeOver(id);
    await w.m.takeover.takeOver(id);
    await w.m.takeover.release(id);
    await w.m.sessions.waitForPerson(id, { reason: 'asked' });
    await w.m.sessions.giveBack(id, 'sender');
    const steps = (await w.all()).filter(({ event }) => event === 'handover');
    expect(steps).toEqual(
      [
        ['waiting', 'topic'],
        ['taken_over', 'takeover'],
        ['released', 'operator'],
        ['waiting', 'asked'],
        ['released', 'sender'],
      ].map(([step, reason]) => ({ event: 'handover', data: { id, step, reason } })),
    );
  });

  test('what was read of a voice note', async () => {
    const note = inbound();
    const { conversationId } = await w.m.intake.accept(note);
    const held = await claimed(w.m, conversationId);
    await w.anew();
    const details = { media: [{ url: 'https://api.twilio.com/1', contentType: 'audio/ogg' }] };
    await w.m.readings.keep(held, { id: note.id, text: 'hola', details });
    await w.tells(message(note.id, conversationId));
  });

  test('what a person has read', async () => {
    const { conversationId } = await answered(w.m);
    await w.anew();
    await w.m.sessions.read(conversationId);
    await w.tells(conversation(conversationId));
  });

  test('a person takes over, writes, and hands back; somebody waits for one', async () => {
    const { conversationId } = await answered(w.m);
    for (const act of [
      () => w.m.takeover.takeOver(conversationId),
      () => w.m.takeover.release(conversationId),
    ]) {
      await w.anew();
      await act();
      await w.tells(conversation(conversationId));
    }
    const reply = { turnId: randomUUID(), text: 'At nine.', parts: [], windowMs: MINUTE };
    await w.m.takeover.reply(conversationId, {
      ...reply,
      parts: [{ id: randomUUID(), body: 'x' }],
    });
    await w.tells(message(reply.turnId, conversationId), conversation(conversationId));
  });

  test('a failure, and what becomes of it', async () => {
    const { held, attempt, turnId } = await sending();
    await w.m.outbox.record(held, attempt, refusal);
    await w.tells({ event: 'failures', data: {} });
    for (const act of ['retry', 'discard'] as const) {
      const one = await sending();
      await w.m.outbox.record(one.held, one.attempt, refusal);
      await w.anew();
      await w.m.failures[act](one.turnId);
      await w.tells({ event: 'failures', data: {} });
    }
    expect(await w.m.failures.discard(turnId)).toBe(true);
  });

  test('a send of unknown outcome', async () => {
    const { held, part, conversationId } = await sending();
    await w.m.outbox.markUncertain(held, part);
    await w.tells(message(part, conversationId), { event: 'failures', data: {} });
  });

  test('conversations that become one, and one that is erased', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const ids = [inbound({ phone }), inbound({ userId })].map((one) => w.m.intake.accept(one));
    const [{ conversationId: one }, { conversationId: other }] = await Promise.all(ids);
    await w.anew();
    await w.m.intake.accept(inbound({ phone, userId }));
    await expect
      .poll(() => w.told.map(({ data }) => 'id' in data && data.id))
      .toEqual(expect.arrayContaining([expect.toBeOneOf([one, other])]));
    await w.anew();
    await w.m.erasure.erase(one);
    await w.tells(conversation(one), conversation(other));
  });
});
