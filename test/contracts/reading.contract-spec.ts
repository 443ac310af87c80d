import { expect, test } from 'vitest';
import type { ReadMedium } from '../../src/media/medium.js';
import { claimed, draftOf, inbound, onBothMailboxes } from '../support/stores/mailboxes.js';

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
