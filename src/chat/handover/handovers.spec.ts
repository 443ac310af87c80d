import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../../../test/support/answers/chat.js';
import { handedOver } from '../../../test/support/answers/handed-over.js';
import { type ModelServer, startModelServer } from '../../../test/support/model-server.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { MemoryMessages } from '../../../test/support/stores/memory/messages.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';
import { wordsOf } from '../../language/language.js';

const TEXT =
  '## Domingo\nLos domingos abrimos de 9:00 a 14:00.\n## Reparto\nEl reparto cuesta 3,50 €.\n' +
  '## Devoluciones\nSe devuelve el dinero en diez días.';
const documents = new MemoryDocuments([aDocument('Horario', TEXT, { id: 'd1' })]);
const [es, en] = [wordsOf('es'), wordsOf('en')];

describe('the bot passes a conversation on', () => {
  let messages: MemoryMessages;
  let config: Partial<BotConfig>;
  let env: Env;
  let server: ModelServer;
  beforeAll(async () => void (server = await startModelServer()));
  afterAll(() => server.close());
  const clock = new SetClock();
  beforeEach(() => {
    [messages, config, env] = [new MemoryMessages(), {}, new Env()];
    // A Saturday.
    clock.time = Date.parse('2026-11-28T10:00:00+01:00');
  });
  const ask = (text: string) =>
    aChat({ documents, messages, env, config, clock }).generateResponse(text, 'c1', 'api');

  it('that has no answer twice in a row, and says so', async () => {
    expect((await ask('¿vendéis coches?')).handover).toBeUndefined();
    const reply = await ask('¿y barcos?');
    expect(reply).toMatchObject({ handover: { reason: 'unsure' }, sources: [] });
    expect(reply.text).toBe(handedOver('es', es.unknown));
    expect(reply.trace.outcome).toMatchObject({ branch: 'refusal', handover: 'unsure' });
    const wanted = await ask('quiero hablar con una persona');
    expect(wanted.trace.outcome).toMatchObject({ branch: 'handover', handover: 'asked' });
  });

  it('that a model has no answer for, twice, and the trace says both', async () => {
    Object.assign(server, { mode: 'fixed', text: es.unknown });
    Object.assign(env, { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'test-model' });
    await ask('¿abrís los domingos?');
    const [first, second] = [await ask('¿y vendéis coches?'), await ask('¿y vendéis barcos?')];
    expect(first.trace.outcome).not.toHaveProperty('handover');
    const said = { branch: 'refusal', why: 'model_says_so', model: 'answered' };
    expect(second.trace.outcome).toMatchObject({ ...said, handover: 'unsure' });
  });

  it('unless anything else was said between them', async () => {
    await ask('¿vendéis coches?');
    await ask('¿cuánto cuesta el reparto?');
    expect((await ask('¿y barcos?')).handover).toBeUndefined();
    await ask('gracias');
    expect((await ask('¿vendéis motos?')).handover).toBeUndefined();
  });

  it.each([
    [0, [false, false, false]],
    [1, [true]],
    [3, [false, false, true]],
  ])('after as many answers as are set: %i', async (handoverUnsure, passedOn) => {
    config = { handoverUnsure };
    for (const [n, wanted] of passedOn.entries())
      expect(!!(await ask(`¿vendéis ${'coches barcos motos'.split(' ')[n]}?`)).handover).toBe(
        wanted,
      );
  });

  it('of which the fallback is one', async () => {
    await ask('¿abrís los domingos?');
    Object.assign(server, { mode: '500' });
    Object.assign(env, { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'test-model' });
    config = { fallbackMessage: 'Luego te digo.' };
    const first = await ask('¿y vendéis coches?');
    expect(first).toMatchObject({ text: 'Luego te digo.', mode: 'fallback' });
    const second = await ask('¿y vendéis barcos?');
    expect(second).toMatchObject({ handover: { reason: 'unsure' }, mode: 'fallback' });
    expect(second.text).toBe(handedOver('es', es.handover.because.unsure));
    expect(second.trace.outcome).toMatchObject({ branch: 'fallback', handover: 'unsure' });
  });

  it.each([
    ['¿me devolvéis el dinero?', 'devolver dinero'],
    ['¿cómo hago una devolución?', 'facturas\nreembolso'],
    ['I want a refund for this', 'factura\nrefunds'],
    ['¿tenéis FACTURAS de marzo?', 'factura'],
    ['who are you', 'who are you'],
  ])('that is about a topic of the list: %s', async (text, handoverTopics) => {
    config = { handoverTopics };
    expect(await ask(text)).toMatchObject({ handover: { reason: 'topic' }, sources: [] });
  });

  it.each([
    ['¿cuánto cuesta el reparto?', 'devolver dinero\nfactura'],
    ['hola', 'hola amigos'],
    ['¿abrís los domingos?', 'domingo festivo'],
    ['gracias', 'gracias'],
  ])('and keeps what is not: %s', async (text, handoverTopics) => {
    config = { handoverTopics };
    expect((await ask(text)).handover).toBeUndefined();
  });

  it.each([
    ['2026-11-28T10:00:00+01:00', undefined, undefined],
    ['2026-11-28T16:30:20+01:00', 'El lunes abrimos a las 7:30.', '2026-11-30T07:30:00+01:00'],
    [
      '2026-11-29T20:00:00+01:00',
      'Mañana, lunes, abrimos a las 7:30.',
      '2026-11-30T07:30:00+01:00',
    ],
    ['2026-11-30T06:00:00+01:00', 'Hoy, lunes, abrimos a las 7:30.', '2026-11-30T07:30:00+01:00'],
    // The clocks change in the night before the Sunday.
    [
      '2026-03-27T22:00:00+01:00',
      'Mañana, sábado, abrimos a las 8:00.',
      '2026-03-28T08:00:00+01:00',
    ],
    ['2026-03-28T22:00:00+01:00', 'El lunes abrimos a las 7:30.', '2026-03-30T07:30:00+02:00'],
  ])('and says at %s when somebody is there: %s', async (now, says, at) => {
    config = {
      openingHours: 'Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su off',
      timeZone: 'Europe/Madrid',
    };
    clock.time = Date.parse(now);
    const { passedOn, nobodyThere, wayBack } = es.handover;
    const { text, handover } = await ask('quiero hablar con una persona');
    const told = says ? [passedOn, nobodyThere, says, wayBack] : [passedOn, wayBack];
    expect(text).toBe(told.join(' '));
    expect(handover).toEqual({ reason: 'asked', ...(at && { promisedAt: Date.parse(at) }) });
  });

  it('promises no time where no hours are set, or none come', async () => {
    expect((await ask('a human please')).text).toBe(handedOver('en'));
    config = { openingHours: 'Jul 01-15 09:00-12:00' };
    const { text, handover } = await ask('a human please');
    expect(text).toContain(en.handover.nobodyThere);
    expect(handover).toEqual({ reason: 'asked' });
  });
});
