import { expect, test } from 'vitest';
import type { ReadMedium } from '../../../src/media/medium.js';
import {
  answered,
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

onBothMailboxes('Answering', (m) => {
  test('an answer is stored with its parts, and covers its messages', async () => {
    const { held, draft, messageId } = await answered(m, 2);
    const work = (await m.turns.open(held))!;
    expect(work).toMatchObject({ unsettled: 1, waiting: [] });
    expect(work.turn).toMatchObject({ id: draft.turnId, answer: 'Buenos días' });
    expect(work.turn!.parts.map(({ body, state }) => [body, state])).toEqual([
      ['0', 'pending'],
      ['1', 'pending'],
    ]);
    expect(await m.turns.answerTo(messageId)).toEqual({ done: true, answer: 'Buenos días' });
  });

  test('an answer that has not seen all is outdated, and nothing of it is stored', async () => {
    const phone = aPhone();
    const { conversationId, messageId } = await m.intake.accept(inbound({ phone, text: 'one' }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.intake.accept(inbound({ phone, text: 'two' }));
    expect(await m.turns.answer(held, draftOf(waiting))).toBe('outdated');
    const work = (await m.turns.open(held))!;
    expect(work.turn).toBeUndefined();
    expect(work.waiting.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(await m.turns.answerTo(messageId)).toEqual({ done: false, answer: null });
  });

  test('the last try is stored all the same; what came later waits', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone, text: 'one' }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.intake.accept(inbound({ phone, text: 'two' }));
    const draft = draftOf(waiting, { evenIfOutdated: true });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect((await m.turns.open(held))!.waiting.map(({ text }) => text)).toEqual(['two']);
  });

  test('the history has the question and the answer, and nothing that waits', async () => {
    const { phone, conversationId } = await answered(m);
    await m.intake.accept(inbound({ phone, text: 'next' }));
    const history = await m.messages.history(conversationId, 10);
    expect(history.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'hola'],
      ['assistant', 'Buenos días'],
    ]);
    expect(await m.messages.history(conversationId, 1)).toHaveLength(1);
  });

  test('a turn without parts is settled at once', async () => {
    const { conversationId, messageId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const window = { start: 5, count: 7, noticed: true };
    const draft = draftOf(waiting, {
      parts: [],
      answer: undefined,
      limited: true,
      outcome: 'limited',
      window,
    });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'limited', limited: true });
    expect(await m.turns.open(held)).toMatchObject({ unsettled: 0, window });
    expect(await m.turns.answerTo(messageId)).toEqual({ done: true, answer: null });
  });

  test('an answer that failed on the way is a failure to look at', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const draft = draftOf(waiting, { error: 'model time-out' });
    await m.turns.answer(held, draft);
    expect(await m.failures.list(10)).toContainEqual(
      expect.objectContaining({ id: draft.turnId, error: 'model time-out' }),
    );
  });

  test('what cannot be worked on is buried', async () => {
    const { held, draft } = await answered(m, 2);
    await m.turns.giveUp(held, draft.turnId, 'crashed');
    const turn = await turnOf(m, draft.turnId);
    expect(turn.outcome).toBe('dead');
    expect(turn.parts.map(({ state }) => state)).toEqual(['dead', 'dead']);
    expect((await m.turns.open(held))!.unsettled).toBe(0);
  });
});

const read: ReadMedium = { kind: 'voice', by: 'transcription', text: '¿Abrís hoy?' };
const medium = { url: 'https://there/1', contentType: 'audio/ogg' };

onBothMailboxes('What was read of a message', (m) => {
  async function waiting() {
    const message = inbound({ text: '', details: { messageType: 'audio', media: [medium] } });
    const { conversationId } = await m.intake.accept(message);
    const held = await claimed(m, conversationId);
    const [found] = (await m.turns.open(held))!.waiting;
    const details = { ...found.details, media: [{ ...medium, read }] };
    return { held, found, changed: { id: found.id, text: read.text, details } };
  }
  const open = async (held: Parameters<typeof m.turns.open>[0]) =>
    (await m.turns.open(held))!.waiting[0];

  test('stays with it, and the message waits as before', async () => {
    const { held, found, changed } = await waiting();
    expect(await m.readings.keep(held, changed)).toBe(true);
    expect(await open(held)).toEqual({ ...found, ...changed });
    expect(await m.turns.answer(held, draftOf([found]))).toBe('stored');
    const [kept] = await m.messages.history(found.conversationId, 10);
    expect(kept).toMatchObject(changed);
  });

  test('is not kept without the claim, nor once a turn covers the message', async () => {
    const { held, found, changed } = await waiting();
    expect(await m.readings.keep({ ...held, token: held.token + 1 }, changed)).toBe(false);
    expect(await open(held)).toEqual(found);
    await m.turns.answer(held, draftOf([found]));
    expect(await m.readings.keep(held, changed)).toBe(false);
  });
});
