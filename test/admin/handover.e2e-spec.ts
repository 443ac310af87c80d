import { expect, it } from 'vitest';
import { wordsOf } from '../../src/language/language.js';
import { TakeoverStore } from '../../src/takeover/takeover.store.js';
import { withApp } from '../support/app.js';
import { handedOver } from '../support/answers/handed-over.js';

const CONVERSATIONS = '/api/v1/conversations';
const [en, es] = [wordsOf('en'), wordsOf('es')];

withApp('a handover', {}, (app) => {
  const one = async (id: string) =>
    (await app().admin('get', `${CONVERSATIONS}/${id}`).expect(200)).body;
  const post = (id: string, what: string, body?: object) =>
    app().admin('post', `${CONVERSATIONS}/${id}/${what}`, body);
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  const sends = async (from: string, ...texts: string[]) => {
    await expect.poll(() => app().sent(from)).toEqual(texts);
  };

  it('by the bot: a topic of the list, shown with its reason', async () => {
    await app().configure({ handover_topics: 'wedding cake\nfactura' });
    const from = await app().writer();
    const id = await app().write(from, 'Could you make a cake for our weddings?');
    await sends(from, handedOver('en', en.handover.because.topic));
    const shown = await one(id);
    expect(shown).toMatchObject({
      mode: 'bot',
      waiting_reason: 'topic',
      handover: { step: 'waiting', reason: 'topic', at: shown.waiting_since },
    });
    const { body } = await app().admin('get', `${CONVERSATIONS}/${id}/export`).expect(200);
    expect(body.conversation).toMatchObject({ waiting_reason: 'topic' });
    await app().write(from, 'hello?');
    await becomes(id, ['Could you make a cake for our weddings?', 'answered'], ['hello?', 'human']);
    await app().configure({ handover_topics: null });
  });

  it('by the bot, whose second answer in a row is none', async () => {
    const from = await app().writer();
    app().model.text = en.unknown;
    app().model.mode = 'fixed';
    const id = await app().write(from, 'Could you tell me about the cars in the garage?');
    await sends(from, `${en.unknown}\n\n${en.offers.person}`);
    expect((await one(id)).waiting_since).toBeNull();
    await app().write(from, 'And what about the boats in the harbour?');
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    expect((await app().sent(from))[1]).toBe(handedOver('en', en.unknown));
    expect(await one(id)).toMatchObject({ waiting_reason: 'unsure' });
    app().model.mode = 'echo';
  });

  it('says when somebody is there, where hours are set', async () => {
    // Never open today.
    const day = 'Mo Tu We Th Fr Sa Su'.split(' ')[(new Date().getUTCDay() + 8) % 7];
    await app().configure({ opening_hours: `${day} 09:00-10:00`, time_zone: 'UTC' });
    const from = await app().writer();
    await app().write(from, 'a person please');
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    expect((await app().sent(from))[0]).toMatch(/Nobody is there now\. On \w+ we open at 9:00\./);
    await app().configure({ opening_hours: null, time_zone: null });
  });

  it('by the operator: the sender is told in their language, once', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'hola, ¿cuánto cuesta el pan?');
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    for (const _ of [1, 2]) {
      const { body } = await post(id, 'handover').expect(200);
      expect(body).toMatchObject({ mode: 'bot', waiting_reason: 'operator' });
    }
    await sends(from, expect.any(String), handedOver('es'));
    await post('00000000-0000-4000-8000-000000000000', 'handover').expect(404);
    await app().write(from, 'STOP');
    await expect.poll(async () => (await one(id)).opted_out).toBe(true);
    await post(id, 'handover').expect(409);
    expect(await one(id)).toMatchObject({
      waiting_reason: null,
      handover: { reason: 'opted_out' },
    });
  });

  it('from the first word to the last: who waits is answered, and asks for the bot again', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'quiero hablar con una persona');
    await sends(from, handedOver('es'));
    await post(id, 'reply', { text: 'Soy Ana.' }).expect(201);
    expect(await one(id)).toMatchObject({
      mode: 'human',
      waiting_since: null,
      waiting_reason: null,
      handover: { step: 'taken_over', reason: 'reply' },
    });
    await app().write(from, 'gracias, Ana');
    await app().write(from, 'ya está. Bot');
    await app().write(from, '¡Volver al bot, por favor!');
    await app().write(from, '¿hay pan?');
    await becomes(
      id,
      ['quiero hablar con una persona', 'answered'],
      ['gracias, Ana', 'human'],
      ['ya está. Bot', 'human'],
      ['¡Volver al bot, por favor!', 'answered'],
      ['¿hay pan?', 'answered'],
    );
    await sends(from, handedOver('es'), 'Soy Ana.', es.handover.again, '¿hay pan?');
    expect(await one(id)).toMatchObject({
      mode: 'bot',
      handover: { step: 'released', reason: 'sender' },
    });
  });

  it('ends in silence, without a word', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'a person please');
    await sends(from, handedOver('en'));
    const takeover = app().part(TakeoverStore);
    await expect.poll(() => takeover.giveBackSilent(1, 1000)).toContain(id);
    expect(await one(id)).toMatchObject({
      mode: 'bot',
      waiting_since: null,
      handover: { step: 'released', reason: 'silence' },
    });
    await app().write(from, 'any bread?');
    await sends(from, handedOver('en'), 'any bread?');
  });

  it('over the chat API ends by the word "bot", too', async () => {
    const chat = (body: object) => app().admin('post', '/api/v1/chat', body);
    const { body } = await chat({ text: 'a human please' }).expect(200);
    const { conversation_id } = body;
    expect((await chat({ text: 'hello?', conversation_id }).expect(409)).body.detail).toContain(
      'bot',
    );
    const back = await chat({ text: 'bot', conversation_id }).expect(200);
    expect(back.body).toMatchObject({ answer: en.handover.again, sources: [] });
    expect(await one(conversation_id)).toMatchObject({
      waiting_since: null,
      handover: { step: 'released', reason: 'sender' },
    });
    await chat({ text: 'any bread?', conversation_id }).expect(200);
  });

  it('is set up by settings, which say what is wrong with them', async () => {
    for (const wrong of [
      { handover_topics: 'refunds\n???' },
      { handover_unsure: 11 },
      { handover_silence_minutes: -1 },
    ])
      await app().admin('put', '/api/v1/bot/config', wrong).expect(400);
    const { body } = await app().admin('get', '/api/v1/bot/config').expect(200);
    expect(body).toMatchObject({
      handover_unsure: 2,
      handover_topics: null,
      handover_silence_minutes: 1440,
    });
  });
});
