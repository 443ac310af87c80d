import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReviewedAnswer } from '../../src/review/answer/answer.dto.js';
import { readSet } from '../../src/scenarios/reader.js';
import { withApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

const env = { OPENAI_BASE_URL: '', CHAT_MODEL: '' };
const PARKING = '# Parking\n\nParking is free for customers.';
const RIGHT = 'No: parking costs **2 €**.';

withApp('what people think of answers', env, (app) => {
  beforeAll(async () => {
    const document = { title: 'Parking', text: PARKING };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
  });

  /** Somebody asks on WhatsApp, and is answered. */
  async function asked(text = 'Is parking free?') {
    const sid = aSid();
    const conversation = await app().write(await app().writer(), text, { MessageSid: sid });
    const path = `/api/v1/messages/${sid}`;
    await expect.poll(async () => (await shown(path)).answer).toBeTruthy();
    return { sid, conversation, path };
  }
  const shown = async (path: string) =>
    (await app().admin('get', `${path}/answer`).expect(200)).body as ReviewedAnswer;
  const judge = (path: string, body: object) => app().admin('post', `${path}/feedback`, body);
  const chat = async (text: string) =>
    (await app().admin('post', '/api/v1/chat', { text }).expect(200)).body;

  it('takes a verdict, changes it and takes it back', async () => {
    const { path } = await asked();
    const given = { verdict: 'down', note: 'The price is the one of last year. <b>🥐</b>' };
    const kept = (await judge(path, given).expect(200)).body;
    expect(kept).toEqual({ ...given, given_at: expect.any(String) });
    expect((await shown(path)).feedback).toEqual(kept);
    const up = (await judge(path, { verdict: 'up' }).expect(200)).body;
    expect(up).toMatchObject({ verdict: 'up', note: null });
    await judge(path, { verdict: null, note: 'ignored' }).expect(200);
    expect((await shown(path)).feedback).toBeUndefined();
    const wrong = [
      {},
      { verdict: 'sideways' },
      { verdict: 'up', note: 7 },
      { verdict: 'up', x: 1 },
    ];
    for (const body of wrong) await judge(path, body).expect(400);
    await judge(`/api/v1/messages/${aSid()}`, { verdict: 'up' }).expect(404);
  });

  it('lists what was judged, by verdict and page by page', async () => {
    const all = [await asked(), await asked(), await asked()];
    for (const [at, { path }] of all.entries())
      await judge(path, { verdict: at === 1 ? 'up' : 'down' }).expect(200);
    const list = async (query: string) =>
      (await app().admin('get', `/api/v1/feedback?${query}`).expect(200)).body;
    const latest = await list('limit=1&verdict=down');
    expect(latest.items).toEqual([
      {
        answer_id: expect.any(String),
        conversation_id: all[2].conversation,
        question: 'Is parking free?',
        answer: expect.stringContaining('free for customers'),
        verdict: 'down',
        note: null,
        given_at: expect.any(String),
        correction_id: null,
      },
    ]);
    const next = await list(`limit=1&verdict=down&cursor=${latest.next_cursor}`);
    expect(next.items[0].conversation_id).toBe(all[0].conversation);
    expect((await list('verdict=up')).items).toHaveLength(1);
    await app().admin('get', '/api/v1/feedback?verdict=x').expect(400);
    await app().admin('get', '/api/v1/feedback?cursor=x').expect(400);
  });

  it('corrects an answer: the next one who asks is told so, and it can be corrected again', async () => {
    const { path, sid } = await asked();
    const correct = (body: object) => app().admin('put', `${path}/correction`, body);
    const { body: made } = await correct({ question: 'Is parking free?', answer: RIGHT });
    expect(made).toMatchObject({ questions: ['Is parking free?'], message_sid: sid });
    expect(await chat('is parking free??')).toMatchObject({ answer: RIGHT });
    const served = { served: 1, last_served_at: expect.any(String) };
    expect((await shown(path)).correction).toEqual({ ...made, ...served });
    const answers = `/api/v1/knowledge/answers/${made.id}`;
    const more = { questions: [...made.questions, 'Do I pay for parking?'], answer: RIGHT };
    await app().admin('put', answers, more).expect(200);
    const again = { question: 'Is parking for free?', answer: 'It costs 3 €.' };
    const { body: changed } = await correct(again).expect(200);
    const questions = ['Is parking for free?', 'Do I pay for parking?'];
    expect(changed).toMatchObject({ id: made.id, questions, answer: again.answer });
    await app().admin('delete', answers).expect(204);
    expect((await shown(path)).correction).toBeUndefined();
    const { body: anew } = await correct(again).expect(200);
    expect(anew.id).not.toBe(made.id);
    await app().admin('delete', `/api/v1/knowledge/answers/${anew.id}`).expect(204);
    for (const body of [{}, { question: '', answer: 'x' }, { question: 'x', answer: ' ' }])
      await correct(body).expect(400);
  });

  it('corrects an answer of the chat API', async () => {
    const { conversation_id } = await chat('Is parking free?');
    const { id } = (await app().messages(conversation_id))[0];
    const path = `/api/v1/messages/${id}/correction`;
    const body = { question: 'Is parking free?', answer: RIGHT };
    const { body: made } = await app().admin('put', path, body).expect(200);
    const answers = `/api/v1/knowledge/answers/${made.id}`;
    expect(made.message_sid).toBe(id);
    await app().admin('put', answers, { questions: ['x'], answer: 'y', message_sid: id });
    await app().admin('delete', answers).expect(204);
  });

  it('makes cases of answers, and a file of them that the evaluation reads', async () => {
    await app().admin('get', '/api/v1/evaluation').expect(404);
    const { path } = await asked('¿El aparcamiento es "gratis": sí o no? #1\n- 🥐');
    const add = (body: object) => app().admin('post', `${path}/evaluation`, body);
    const marks = {
      must: ['9:00', ['2 €', "it's 2", 'no']],
      must_not: ['7'],
      kind: 'looks-like-free',
    };
    const { body: first } = await add(marks).expect(201);
    expect(first).toMatchObject({ ...marks, ask: expect.stringContaining('gratis') });
    await add({ ask: 'Do you sell boats?', refuse: true }).expect(201);
    const folder = mkdtempSync(join(tmpdir(), 'recado-'));
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents/parking.md'), PARKING);
    const { text, headers } = await app().admin('get', '/api/v1/evaluation').expect(200);
    expect(headers['content-type']).toMatch(/^application\/yaml/);
    expect(headers['content-disposition']).toBe('attachment; filename="evaluation.yaml"');
    writeFileSync(join(folder, 'evaluation.yaml'), text);
    expect(parse(text, { version: '1.1' })).toEqual(parse(text));
    const { conversations, config } = readSet(join(folder, 'evaluation.yaml'));
    rmSync(folder, { recursive: true });
    const { id, answer_id: _, created_at: __, ...turn } = first;
    const boats = { ask: 'Do you sell boats?', kind: 'reported', refuse: true };
    expect(conversations).toEqual([{ turns: [turn] }, { turns: [boats] }]);
    expect(config).toMatchObject({ bot_name: 'Recado', time_zone: expect.any(String) });
    const { items } = (await app().admin('get', '/api/v1/evaluation/cases').expect(200)).body;
    expect(items).toEqual((await shown(path)).cases);
    await app().admin('delete', `/api/v1/evaluation/cases/${id}`).expect(204);
    await app().admin('delete', `/api/v1/evaluation/cases/${id}`).expect(404);
    expect((await shown(path)).cases).toHaveLength(1);
  });

  it.each([
    [{}, 'must'],
    [{ must: [] }, 'must'],
    [{ must: [['']] }, 'must'],
    [{ must: 'x' }, 'must'],
    [{ must_not: [7] }, 'must_not'],
    [{ refuse: false }, 'refuse'],
    [{ refuse: true, handover: true }, 'handover'],
    [{ refuse: true, kind: 'Not so' }, 'kind'],
    [{ refuse: true, ask: ' ' }, 'ask'],
  ])('refuses a case of %j', async (body, field) => {
    const { path } = await asked();
    const refused = await app().admin('post', `${path}/evaluation`, body).expect(400);
    expect(refused.body.errors).toContainEqual({ field, message: expect.any(String) });
  });

  it('has nothing to judge where nothing was answered', async () => {
    const from = await app().writer();
    await app().write(from, 'I want to talk to a person');
    const MessageSid = aSid();
    await app().write(from, 'Hello?', { MessageSid });
    const path = `/api/v1/messages/${MessageSid}`;
    await judge(path, { verdict: 'up' }).expect(409);
    await app().admin('put', `${path}/correction`, { question: 'x', answer: 'y' }).expect(409);
    await app().admin('post', `${path}/evaluation`, { refuse: true }).expect(409);
  });

  it('forgets all of it with the sender; the curated answer is the business’s own', async () => {
    const { path, conversation } = await asked('Is parking free for canaries?');
    await judge(path, { verdict: 'down', note: 'canaries' }).expect(200);
    await app()
      .admin('post', `${path}/evaluation`, { must: ['canaries'] })
      .expect(201);
    const right = { question: 'May I park?', answer: RIGHT };
    const { body } = await app().admin('put', `${path}/correction`, right).expect(200);
    await app().admin('delete', `/api/v1/conversations/${conversation}`).expect(204);
    for (const one of ['feedback', 'evaluation/cases']) {
      const { text } = await app().admin('get', `/api/v1/${one}`).expect(200);
      expect(text).not.toContain('canaries');
    }
    await app().admin('get', `${path}/answer`).expect(404);
    const kept = await app().admin('get', `/api/v1/knowledge/answers/${body.id}`).expect(200);
    expect(kept.body).toMatchObject({ questions: ['May I park?'], message_sid: null });
  });
});
