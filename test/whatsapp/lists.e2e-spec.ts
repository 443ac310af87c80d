import { afterEach, beforeAll, expect, it } from 'vitest';
import { SystemClock } from '../../src/clock.js';
import { BotConfigService } from '../../src/config/bot-config.service.js';
import { ContentApi } from '../../src/whatsapp/sending/content/content-api.js';
import { ContentResources } from '../../src/whatsapp/sending/content/content-resources.js';
import { ContentStore } from '../../src/whatsapp/sending/content/content.store.js';
import { withApp } from '../support/app.js';
import { type Sent, sentTo } from '../support/twilio/sent-to.js';
import { atContent, contentsAt } from '../support/twilio/templates.js';

const TOPICS = ['Parking', 'Home delivery', 'Gift cards', 'Cake orders'];
const PERSON = 'Talk to a person';
/** The first request is hit, and none of the next ten: the simulator's seeds are the same everywhere. */
const FIRST_ALONE = { rate: 0.1 };
const SEED = 35;

withApp('lists that come with answers', { OPENAI_BASE_URL: '', CHAT_MODEL: '' }, (app) => {
  beforeAll(async () => {
    await app().configure({ reply_buttons: 'on', language: 'en' });
    for (const title of TOPICS) {
      const text = `# ${title}\n\n${title} is what we do on Mondays, from 9:00 to 10:00.`;
      await app().admin('post', '/api/v1/knowledge/documents', { title, text }).expect(201);
    }
  });
  // A refusal pauses all buttons for ten minutes: the next process doesn't know of it.
  afterEach(() => app().restart());

  const got = (person: string) => sentTo(app().emulator, person);
  const writes = (from: string, said: object) =>
    app().emulator.control('POST', '/messages', { from, ...said });
  /** What somebody gets who greets, who is told what the bot can help with. */
  async function greeted(from: string, count = 1): Promise<Sent[]> {
    await writes(from, { body: 'Hello' });
    await expect.poll(() => got(from)).toHaveLength(count);
    // Else it would be this one that the next fault hits.
    await expect.poll(() => lastOf(from)).toMatchObject({ parts: [{ status: 'delivered' }] });
    return got(from);
  }
  const conversationOf = async (from: string) => {
    const query = `wa_id=${encodeURIComponent(from)}`;
    return (await app().admin('get', `/api/v1/conversations?${query}`).expect(200)).body.items[0];
  };
  const lastOf = async (from: string) =>
    (await app().messages((await conversationOf(from)).id)).at(-1)!;
  const made = async () => (await contentsAt(app().emulator)).map(({ sid }) => sid);
  /** Nothing was ever made, neither by what is stored nor at Twilio. */
  async function forget(): Promise<void> {
    const { emulator } = app();
    for (const sid of await made()) {
      await app().part(ContentStore).forget(emulator.options.accountSid, sid);
      await atContent(emulator, 'DELETE', `/Content/${sid}`);
    }
  }

  it('have the topics and a person; what is tapped is answered, and says by which id', async () => {
    const from = await app().writer();
    const [{ body, taps }] = await greeted(from);
    expect(taps).toMatchObject({ kind: 'list', menu: 'Choose' });
    const titles = taps!.items.map(({ title }) => title);
    expect(titles.toSorted()).toEqual([...TOPICS, PERSON].toSorted());
    for (const topic of TOPICS) expect(body).toContain(`- ${topic}`);
    for (const [n, topic] of TOPICS.entries()) {
      const { title, id } = taps!.items.find((one) => one.title === topic)!;
      await writes(from, { body: title, list_title: title, list_id: id });
      await expect.poll(() => got(from)).toHaveLength(n + 2);
      expect((await got(from)).at(-1)!.body).toContain(`${topic} is what we do on Mondays`);
    }
    await writes(from, { body: PERSON, list_title: PERSON, list_id: PERSON });
    await expect.poll(async () => (await conversationOf(from)).waiting_since).not.toBeNull();
    const { id } = await conversationOf(from);
    const tapped = (await app().messages(id)).filter(({ direction }) => direction === 'inbound');
    expect(tapped.at(-1)).toMatchObject({ details: { button: { text: PERSON, payload: PERSON } } });
  });

  it.each([
    [63030, 'create'],
    [63040, 'delivery'],
    [63041, 'create'],
    [63042, 'delivery'],
  ] as const)('come as a text where WhatsApp says %i, at the %s', async (error_code, at) => {
    await forget();
    const hit = { error_code, ...FIRST_ALONE };
    const create = { mode: 'refuse', ...hit };
    await app().faults({ ...(at === 'create' ? { create } : { delivery: hit }), seed: SEED });
    const from = await app().writer();
    const heard = await greeted(from, at === 'create' ? 1 : 2);
    const kinds = heard.map(({ taps }) => taps?.kind);
    expect(kinds).toEqual(at === 'create' ? [undefined] : ['list', undefined]);
    expect(heard.at(-1)!.body).toContain('- Parking');
    const answered = { outcome: 'answered', parts: [{ choices: [] }] };
    await expect.poll(() => lastOf(from)).toMatchObject(answered);
    // The next one gets a text at once; a new one is made when there is time for that.
    const [next] = await greeted(await app().writer());
    expect([next.taps, (await made()).length]).toEqual([undefined, 1]);
    await app().restart();
    const [later] = await greeted(await app().writer());
    expect([later.taps?.kind, (await made()).length]).toEqual(['list', 2]);
  });

  it.each([
    ['refuses', { mode: '500' }],
    ['is too slow', { mode: 'slow', delay_ms: 20_000 }],
  ])('come as a text where the Content API %s', async (_, content) => {
    await forget();
    await app().faults({ content });
    const [{ taps, body }] = await greeted(await app().writer());
    expect([taps, body.includes('- Parking')]).toEqual([undefined, true]);
    expect(await made()).toEqual([]);
  });

  it('are made once, also by two processes at the same time', async () => {
    await forget();
    const store = app().part(ContentStore);
    const process = () => new ContentResources(app().part(ContentApi), store, new SystemClock());
    const config = await app().part(BotConfigService).current();
    const content = { choices: ['Bread', 'Cakes', 'Tea', 'Coffee'], menu: 'Choose' };
    // Both ask for one before either has it.
    await app().faults({ content: { mode: 'slow', delay_ms: 300 } });
    const asked = [process(), process()].map((one) => one.of(config, 'We have:', content));
    const [one, other] = await Promise.all(asked);
    expect(one).toEqual(other);
    expect(await made()).toEqual([one!.sid]);
    await app().faults({});
    expect(await process().of(config, 'We have now:', content)).toMatchObject({ sid: one!.sid });
    expect(await made()).toHaveLength(1);
  });
});
