import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../../test/support/answers/chat.js';
import { curatedAnswer } from '../../test/support/answers/memory-curated.js';
import { handedOver } from '../../test/support/answers/handed-over.js';
import { type ModelServer, startModelServer } from '../../test/support/model-server.js';
import { aDocument, MemoryDocuments } from '../../test/support/stores/memory/documents.js';
import { MemoryMessages } from '../../test/support/stores/memory/messages.js';
import { SetClock } from '../../test/support/stores/set-clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import type { CuratedAnswer } from '../knowledge/answers/curated-answer.js';
import { wordsOf } from '../language/language.js';

const TEXT =
  '## Domingo\nLos domingos abrimos de 9:00 a 14:00.\n## Reparto\nEl reparto cuesta 3,50 €.';
const es = wordsOf('es');

describe.each(['model', 'none'])('what needs no document, with %s', (model) => {
  let server: ModelServer;
  let messages: MemoryMessages;
  let config: Partial<BotConfig>;
  let curated: CuratedAnswer[];
  let clock: SetClock;
  let documents: MemoryDocuments;

  beforeAll(async () => void (server = await startModelServer()));
  beforeEach(() => {
    server.requests = [];
    [messages, config, curated] = [new MemoryMessages(), { botName: 'Nube' }, []];
    clock = new SetClock();
    documents = new MemoryDocuments([aDocument('Horario', TEXT)]);
  });
  afterAll(() => server.close());

  async function ask(...texts: string[]) {
    const url = model === 'model' ? server.url : undefined;
    const env = Object.assign(new Env(), { OPENAI_BASE_URL: url, CHAT_MODEL: 'test-model' });
    const chat = aChat({ documents, messages, env, config, curated, clock });
    for (const text of texts.slice(0, -1)) await chat.generateResponse(text, 'c1', 'api');
    return chat.generateResponse(texts.at(-1)!, 'c1', 'api');
  }

  it.each([
    ['quiero hablar con una persona', handedOver('es'), 'asked'],
    ['hola, ¿abrís hoy? y me gustaría hablar con alguien', handedOver('es'), 'asked'],
    ['this bot is useless, give me a human', handedOver('en'), 'asked'],
    ['quiero ablar con una perzona', handedOver('es'), 'asked'],
    ['me habéis cobrado dos veces', handedOver('es', es.handover.because.complaint), 'complaint'],
  ])('leads to a person: %s', async (text, line, reason) => {
    curated = [curatedAnswer('Llámanos.', text)];
    expect(await ask(text)).toMatchObject({
      text: line,
      handover: { reason },
      mode: 'extractive',
      sources: [],
    });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['hola', /^¡Hola! Soy Nube\..*\n\nPuedo ayudarte con:\n- Horario$/s],
    ['¡Ayuda!', /^Soy Nube:.*- Horario$/s],
    ['grcias', /^¡De nada!/],
    ['👍', /^[^\n]+$/],
    ['no, gracias', /^[^\n]+$/],
    ['¿eres un robot?', /^Soy un asistente automático/],
    ['asdfgh', new RegExp(es.unreadable.replace(/\?/g, '\\?'))],
  ])('is said in a line: %s', async (text, line) => {
    const reply = await ask(text);
    expect(reply.text).toMatch(line);
    expect(reply).toMatchObject({ mode: 'extractive', sources: [] });
    expect([reply.handover, reply.error, server.requests]).toEqual([undefined, undefined, []]);
  });

  it("comes after the operator's own answer to exactly that", async () => {
    curated = [curatedAnswer('¡Ave!', 'hola')];
    expect((await ask('hola')).text).toBe('¡Ave!');
  });

  it('answers a question that a courtesy or a thanks comes with', async () => {
    expect((await ask('hola, ¿abrís los domingos? gracias')).text).toContain('9:00 a 14:00');
  });

  it('asks back once whether "cancel" means the messages, beside what the documents say', async () => {
    const { text, sources } = await ask('cancelar');
    expect([text, sources]).toEqual([es.offers.optOut, []]);
    expect((await ask('cancelar')).text).not.toContain(es.offers.optOut);
    messages.kept = [];
    const told = 'Una reserva se puede cancelar hasta el día antes.';
    documents = new MemoryDocuments([aDocument('Reservas', told)]);
    expect((await ask('cancelar')).text).toMatch(/hasta el día antes\.\n\n¿Quieres dejar de/);
  });

  it('understands a correction by what was asked before', async () => {
    const { text } = await ask('¿cuánto cuesta el reparto?', 'no, me refería a los domingos');
    expect(text).toContain('9:00 a 14:00');
    expect((await ask('no te he preguntado eso')).text).toBe(
      `${es.misunderstood}\n\n${es.offers.person}`,
    );
  });

  it('offers nobody where a yes would not be understood', async () => {
    config = { ...config, historyHours: 0 };
    expect((await ask('no te he preguntado eso')).text).toBe(es.misunderstood);
  });

  describe('after the offer of a person', () => {
    const unknown = async () => {
      messages.kept = (await ask('¿vendéis coches?'), messages.kept);
      messages.kept.at(-1)!.text = `${es.unknown}\n\n${es.offers.person}`;
    };

    it('yes leads to one', async () => {
      await unknown();
      expect(await ask('sí, por favor')).toMatchObject({
        text: handedOver('es'),
        handover: { reason: 'asked' },
      });
    });

    it('no is taken for a no, and nothing is offered again', async () => {
      await unknown();
      expect(await ask('no')).toMatchObject({ text: es.offerDeclined, sources: [] });
      expect((await ask('sí')).handover).toBeUndefined();
    });

    it('yes says nothing when that was long ago', async () => {
      await unknown();
      clock.time += 13 * 3_600_000;
      expect((await ask('sí, por favor')).handover).toBeUndefined();
    });
  });
});
