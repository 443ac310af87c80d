import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { runsOf } from '../../../src/language/search/runs.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  merge,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

onBothMailboxes('The search of the inbox', (m) => {
  const found = async (q: string) => (await m.inbox.found(runsOf(q))).toSorted();

  /** Somebody writes, and the message is covered by an answer. */
  async function said(text: string, over: object = {}, answer = 'Yes.') {
    const { conversationId } = await m.intake.accept(inbound({ text, ...over }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { answer }));
    return conversationId;
  }

  test('finds the beginnings of words, whatever their case and accents', async () => {
    const id = await said('¿Tienen CAMIÓN pequeño, o furgoneta?');
    for (const q of ['camion', 'Camión', 'cam', 'PEQUENO', 'furgo pequ', 'tienen; camion!'])
      expect(await found(q), q).toEqual([id]);
    for (const q of ['amion', 'camiones', 'camion azul', '???', '👍'])
      expect(await found(q)).toEqual([]);
  });

  test('finds what was answered, and by whom it was asked in the chat API', async () => {
    const id = await said('hola', {}, 'Abrimos los xilofones a las nueve');
    expect(await found('xilofon nueve')).toEqual([id]);
    const over = { conversationId: randomUUID(), source: 'api', createdAt: 1 } as const;
    const asked = { id: randomUUID(), role: 'user', text: 'zanahorias', ...over } as const;
    await m.messages.begin([asked]);
    await m.messages.keep([{ ...asked, id: randomUUID(), text: 'zampoñas' }]);
    expect(await found('zanahoria')).toEqual([over.conversationId]);
    expect(await found('zampona')).toEqual([over.conversationId]);
    // All words in one message, not each in another.
    expect(await found('zanahorias zampoñas')).toEqual([]);
  });

  test('finds a message once a turn covers it, as it was read', async () => {
    const { conversationId, messageId } = await m.intake.accept(inbound({ text: 'esperanza' }));
    expect(await found('esperanza')).toEqual([]);
    const held = await claimed(m, conversationId);
    await m.readings.keep(held, { id: messageId, text: 'desesperado', details: {} });
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting));
    expect([await found('esperanza'), await found('desesperado')]).toEqual([[], [conversationId]]);
  });

  test('finds senders by name and by any end of the number', async () => {
    const [phone, userId] = ['+12025550147', 'US.13499876543210'];
    const id = await said('uno', { phone, userId, profileName: 'Begoña Ímaz-Ruiz' });
    for (const q of ['begona', 'ima ruiz', '+1 (202) 555-0147', '0147', '5550147', '210', userId])
      expect(await found(q), q).toEqual([id]);
    expect(await found('014 begoña')).toEqual([id]);
    expect(await found('47')).toEqual([]);
    await m.sessions.touch(phone, 'Casilda');
    await m.sessions.touch(userId, 'Casilda');
    expect([await found('begona'), await found('casil')]).toEqual([[], [id]]);
  });

  test('of what moves into another conversation, finds that one', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const { conversationId: older } = await m.intake.accept(inbound({ userId }));
    const younger = await said('mudanza', { phone, profileName: 'Eulalia' });
    await m.queue.interrupt(younger);
    await m.intake.accept(inbound({ phone, userId }));
    await merge(m, younger);
    expect([await found('mudanza'), await found('eulalia')]).toEqual([[older], [older]]);
  });

  test('finds nothing of who was erased', async () => {
    const phone = aPhone();
    const id = await said('olvidadizo', { phone, profileName: 'Olvido' }, 'olvidado');
    const other = await said('olvidadizo');
    expect(await found('olvidadizo')).toEqual([id, other].toSorted());
    expect(await found('olvido')).toEqual([id]);
    await m.erasure.erase(id);
    expect(await found('olvidadizo')).toEqual([other]);
    expect([await found('olvido'), await found('olvidado')]).toEqual([[], []]);
    expect(await found(phone.slice(-7))).toEqual([]);
  });

  test('takes texts of every kind', async () => {
    const texts = ['"* OR NEAR(a b) ^x -y {z}: col:', '\u0301'.repeat(4096), '👍'.repeat(2048)];
    for (const text of [...texts, 'x'.repeat(60_000), 'हिन्दी में', '营业时间', '']) await said(text);
    expect(await found('OR NEAR')).toHaveLength(1);
    expect(await found('x'.repeat(50))).toHaveLength(1);
    expect(await found('हिन्दी')).toHaveLength(1);
    expect(await found('营业')).toHaveLength(1);
    expect(await found('"')).toEqual([]);
  });
});
