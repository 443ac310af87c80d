import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { onBothAnnouncing } from '../../support/announcing/announcing.js';
import { acceptance, answered, claimed, draftOf, inbound } from '../../support/stores/mailboxes.js';

const MINUTE = 60_000;

onBothAnnouncing('Telling other systems', (a) => {
  const { m } = a;
  const writes = async (text = 'hola') => {
    const { conversationId } = await m.intake.accept(inbound({ text }));
    return conversationId;
  };

  test('what happened while nothing told of it is told later, signed by the standard', async () => {
    const { path, secret } = await a.endpoint();
    const conversationId = await writes('¿Abrís hoy?');
    // The process that took it in is gone; another one comes.
    await a.node();
    await expect.poll(() => a.systems.to(path).length).toBe(1);
    const [{ body, headers, data }] = a.systems.to(path);
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'message.received' });
    expect(headers['webhook-id']).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(data).toMatchObject({
      conversation: { id: conversationId, mode: 'bot', waiting_since: null },
      message: { text: '¿Abrís hoy?', direction: 'inbound', media: [] },
    });
    expect(data.conversation.url).toBe(`https://recado.example/console/inbox/${conversationId}`);
  });

  test('an answer is told of once it is sent, and a failure, with what to do', async () => {
    const { path } = await a.endpoint({ types: ['message.answered', 'message.failed'] });
    await a.node();
    const good = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(good.held, good.part, attempt, MINUTE);
    await m.outbox.record(good.held, attempt, acceptance());
    await expect.poll(() => a.systems.types(path)).toEqual(['message.answered']);
    const [{ data }] = a.systems.to(path);
    expect(data).toMatchObject({
      conversation: { id: good.conversationId },
      message: { id: good.draft.turnId, text: 'Buenos días', by: 'bot', outcome: 'answered' },
    });
    const bad = await answered(m);
    await m.turns.giveUp(bad.held, bad.draft.turnId, 'It broke.');
    await expect.poll(() => a.systems.types(path).at(-1)).toBe('message.failed');
    expect(a.systems.to(path).at(-1)!.data).toMatchObject({
      message: { id: bad.draft.turnId },
      failure: { id: bad.draft.turnId, outcome: 'dead' },
    });
  });

  test('a handover is told of, from the first word to the release, and the account', async () => {
    const types = [
      'conversation.waiting',
      'conversation.taken_over',
      'conversation.released',
      'account.held',
      'account.resumed',
    ] as const;
    const { path } = await a.endpoint({ types: [...types] });
    await a.node();
    const conversationId = await writes();
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { handover: { reason: 'topic' } }));
    const heard = async (count: number) => {
      await expect.poll(() => a.systems.types(path)).toEqual(types.slice(0, count));
    };
    await heard(1);
    const wait = { waiting_since: expect.any(String), waiting_reason: 'topic' };
    expect(a.systems.to(path)[0].data.conversation).toMatchObject(wait);
    await m.takeover.takeOver(conversationId);
    await m.takeover.takeOver(conversationId);
    await heard(2);
    await m.takeover.release(conversationId);
    await m.takeover.release(conversationId);
    await heard(3);
    const error = { code: 20003, message: 'Wrong.', action: 'Look.' };
    const refusal = { error, heardBy: 'answer', tryInMs: 1, again: false } as const;
    await m.holds.hold(refusal);
    await heard(4);
    expect(a.systems.to(path)[3].data.account).toMatchObject({
      line: null,
      code: 20003,
      action: 'Look.',
    });
    await m.holds.lift(undefined);
    await heard(5);
    expect(a.systems.to(path)[4].data.account).toEqual({ line: null });
  });

  test('that a line is held and let go is told of with the line', async () => {
    const { path } = await a.endpoint({ types: ['account.held', 'account.resumed'] });
    await a.node();
    const line = '+15005550001';
    const error = { code: 63007, message: 'None.' };
    await m.holds.hold({ line, error, heardBy: 'answer', tryInMs: 1, again: false });
    await m.holds.lift(line);
    await expect
      .poll(() => a.systems.to(path).map(({ data }) => data.account))
      .toEqual([{ line, ...error, action: null }, { line }]);
  });

  test('two processes tell of each thing once', async () => {
    const { path } = await a.endpoint();
    await Promise.all([a.node(), a.node()]);
    await Promise.all(Array.from({ length: 20 }, () => writes()));
    await expect.poll(() => a.systems.to(path).length).toBe(20);
    await expect.poll(() => a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
    const ids = a.systems.to(path).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(20);
  });

  test('of a sender who is erased meanwhile nothing is told', async () => {
    const { path } = await a.endpoint();
    const [erased, other] = [await writes('mine'), await writes('theirs')];
    for (const id of await m.erasure.begin(erased)) while (await m.erasure.eraseSome(id));
    await a.node();
    await expect.poll(() => a.systems.to(path).length).toBe(1);
    expect(a.systems.to(path)[0].data.conversation.id).toBe(other);
    await expect.poll(() => a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  test('endpoints that came with a store that was moved are told from then on', async () => {
    const { path, id } = await a.endpoint();
    const [target] = await a.targets.all();
    // As `recado migrate` does: the row alone, and no place in the changes.
    await a.targets.remove(id);
    await a.store.open({
      sqlite: async () => ({ open: () => a.targets.add(target, 20) }),
      mongo: async () => ({
        open: async (db) => {
          const { id: _id, createdAt, ...rest } = target;
          await db.targets.create({ _id, created_at: new Date(createdAt), ...rest });
          return true;
        },
      }),
    });
    await a.node();
    const heard = async () => {
      await writes();
      return a.systems.to(path).length;
    };
    await expect.poll(heard).toBeGreaterThan(0);
  });
});
