import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

/** Of the 400 ms, some may be gone before the model is asked. */
const TIMED_OUT = /^model time-out after \d{3} ms$/;
/** Nobody waits for the preview here. */
const env = { WEBHOOK_REPLY_WAIT_MS: '0' };

withApp('turns', env, (app) => {
  const model = () => app().model;
  const isAnswered = async (id: string, texts: string[]) => {
    const outcomes = texts.map((text) => [text, 'answered']);
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  const questions = (since: number) =>
    model()
      .requests.slice(since)
      .map(({ body }) => body.messages.at(-1)!.content);

  it('lets what arrives meanwhile join, twice at most; the rest is the next turn', async () => {
    const from = await app().writer();
    const before = model().requests.length;
    model().mode = 'hang';
    const texts = ['Do you have tea?', 'The green one?', 'A big pack?', 'And coffee?'];
    const id = await app().write(from, texts[0]);
    await model().heard(before + 1);
    for (const n of [1, 2]) {
      await app().write(from, texts[n]);
      await model().requests[before + n - 1].abandoned;
      await model().heard(before + n + 1);
    }
    await app().write(from, texts[3]);
    model().mode = 'echo';
    model().release();
    const first = texts.slice(0, 3).join('\n');
    await expect.poll(() => app().sent(from)).toEqual([first, texts[3]]);
    expect(questions(before)).toEqual([texts[0], texts.slice(0, 2).join('\n'), first, texts[3]]);
    await isAnswered(id, texts);
    const said = (await app().messages(id)).filter((m) => m.direction === 'outbound');
    expect(said.map(({ text }) => text)).toEqual([first, texts[3]]);
    const used = { model: 'obedient', input_tokens: 1, output_tokens: 1 };
    expect(said.map(({ usage }) => usage)).toEqual([used, used]);
  });

  it('keeps the preview for a caller who asks again', async () => {
    const form = { From: await app().writer(), Body: 'Any news?', MessageSid: aSid() };
    const before = model().requests.length;
    model().mode = 'hang';
    const { body } = await app().post(form).expect(200);
    expect(body.response_preview).toBeNull();
    await model().heard(before + 1);
    model().mode = 'echo';
    model().release();
    await isAnswered(body.conversation_id, ['Any news?']);
    const again = await app().post(form).expect(200);
    expect(again.body).toEqual({ ...body, response_preview: 'Any news?' });
    expect(questions(before)).toEqual(['Any news?']);
  });

  it('sends the fallback once when the model hangs, and closes its connection', async () => {
    await app().configure({ llm_timeout_ms: 400, fallback_message: 'Later, please.' });
    model().mode = 'hang';
    const from = await app().writer();
    const before = model().requests.length;
    const started = performance.now();
    const id = await app().write(from, 'Any bread?');
    await model().heard(before + 1);
    await model().requests[before].abandoned;
    await expect.poll(() => app().sent(from)).toEqual(['Later, please.']);
    expect(performance.now() - started).toBeLessThan(2000);
    await isAnswered(id, ['Any bread?']);
    expect(await app().failures(id)).toMatchObject([
      { kind: 'fallback', outcome: 'answered', message: expect.stringMatching(TIMED_OUT) },
    ]);
    expect(questions(before)).toEqual(['Any bread?']);
    model().mode = 'echo';
    await app().configure({ llm_timeout_ms: null });
    await app().write(from, 'Now?');
    await expect.poll(() => app().sent(from)).toEqual(['Later, please.', 'Now?']);
  });

  it.each([
    ['500', 'model HTTP 500'],
    ['empty', 'model gave an empty answer'],
  ] as const)('sends the fallback once when the model answers with %s', async (mode, message) => {
    await app().configure({ fallback_message: 'Later, please.' });
    model().mode = mode;
    const from = await app().writer();
    const id = await app().write(from, 'Any bread?');
    await isAnswered(id, ['Any bread?']);
    model().mode = 'echo';
    expect(await app().sent(from)).toEqual(['Later, please.']);
    expect(await app().failures(id)).toMatchObject([{ kind: 'fallback', message }]);
  });

  it('gives the model what was said before, and what a follow-up leans on', async () => {
    const document = { title: 'Tea', text: 'Our jasmine tea costs 7 euros a tin.' };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
    const from = await app().writer();
    Object.assign(model(), { mode: 'fixed', text: 'It costs 7 euros a tin.' });
    const id = await app().write(from, 'How much is the jasmine tea?');
    await isAnswered(id, ['How much is the jasmine tea?']);
    model().text = '**7 euros** a tin.';
    await app().write(from, 'And two?');
    await expect
      .poll(() => app().sent(from))
      .toEqual(['It costs 7 euros a tin.', '*7 euros* a tin.']);
    model().mode = 'echo';
    await app().write(from, 'And how green?');
    await expect.poll(() => app().sent(from)).toHaveLength(3);
    const [first, followUp, last] = model()
      .requests.slice(-3)
      .map(({ body }) => body.messages);
    for (const [system] of [first, followUp]) expect(system.content).toContain('7 euros a tin');
    expect(last.slice(1)).toEqual([
      { role: 'user', content: 'How much is the jasmine tea?' },
      { role: 'assistant', content: 'It costs 7 euros a tin.' },
      { role: 'user', content: 'And two?' },
      { role: 'assistant', content: '**7 euros** a tin.' },
      { role: 'user', content: 'And how green?' },
    ]);
  });

  it('names the source below the answer when it is shown, and not to the model', async () => {
    const document = { title: 'Coffee beans', text: 'A bag of coffee beans costs 9 euros.' };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
    await app().configure({ show_sources: 'on' });
    const from = await app().writer();
    const answer = 'A bag costs 9 euros.';
    Object.assign(model(), { mode: 'fixed', text: answer });
    await app().write(from, 'How much are the coffee beans?');
    await expect.poll(() => app().sent(from)).toEqual([`${answer}\n\n_Source: Coffee beans_`]);
    await app().configure({ show_sources: null });
    await app().write(from, 'And how dark?');
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    const said = model()
      .requests.at(-1)!
      .body.messages.find(({ role }) => role === 'assistant');
    expect(said!.content).toBe(answer);
  });
});
