import { beforeAll, expect, it } from 'vitest';
import type { SearchStep } from '../../src/chat/trace/search-step.js';
import type { ReviewedAnswer } from '../../src/review/answer/answer.dto.js';
import { withApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

const PARKING =
  '# Parking\n\nParking is free for customers.\n\n## Bicycles\n\nThey stand in the yard.';
const env = { OPENAI_BASE_URL: '', CHAT_MODEL: '' };
const NONE = { model: 'none_set', error: null };

withApp('why an answer, without a model', env, (app) => {
  beforeAll(async () => {
    const document = { title: 'Parking', text: PARKING };
    await app().admin('post', '/api/v1/knowledge/documents', document).expect(201);
  });

  const shownOf = async (id: string) =>
    (await app().admin('get', `/api/v1/messages/${id}/answer`).expect(200)).body as ReviewedAnswer;

  /** What is answered on WhatsApp, and why. */
  async function why(text: string, from?: string) {
    const MessageSid = aSid();
    await app().write(from ?? (await app().writer()), text, { MessageSid });
    await expect.poll(async () => (await shownOf(MessageSid)).answer).toBeTruthy();
    const shown = await shownOf(MessageSid);
    const steps = shown.trace!.steps;
    return { ...shown, trace: shown.trace!, steps, sid: MessageSid };
  }

  it('quotes the documents', async () => {
    const { trace, answer, steps, ...shown } = await why('Is parking free?');
    expect(trace.outcome).toEqual({ branch: 'documents', why: null, ...NONE });
    expect(answer).toContain('Parking is free for customers.');
    expect(shown).toMatchObject({ source: 'whatsapp', mode: 'extractive', cases: [] });
    const quote = steps.find((step) => step.kind === 'quote')!;
    expect(quote).toMatchObject({ question: 'Is parking free?', after: null });
    expect(quote.quotes).toMatchObject([{ by: 'search', places: [{ title: 'Parking' }] }]);
    expect(steps.map(({ kind }) => kind)).not.toContain('generation');
  });

  it('is found by what was asked, by what was sent and by its own id', async () => {
    const { sid, answer_id, conversation_id } = await why('Where do bicycles stand?');
    await expect.poll(() => app().outcomes(conversation_id)).toMatchObject([[{}, 'answered']]);
    const shown = await shownOf(sid);
    expect(shown.sent).toEqual([expect.stringMatching(/^[SM]M[0-9a-f]{32}$/)]);
    for (const id of [...shown.sent, answer_id]) expect(await shownOf(id)).toEqual(shown);
    expect(shown).toMatchObject({ outcome: 'answered', asked: [{ id: sid }] });
  });

  it('refuses what is below the threshold, and what is nowhere', async () => {
    const { trace, steps } = await why('May customers bring wolves, tigers and seventeen llamas?');
    expect(trace.outcome).toEqual({ branch: 'refusal', why: 'below_threshold', ...NONE });
    const { threshold, passages } = steps.find((step) => step.kind === 'search') as SearchStep;
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.every(({ relevance, used }) => relevance < threshold && !used)).toBe(true);
    const nowhere = await why('Qwertz zxcvb plumbus?');
    expect(nowhere.trace.outcome).toMatchObject({ branch: 'refusal', why: 'nothing_found' });
  });

  it('answers in the operator’s words', async () => {
    const body = { questions: ['Do you have a terrace?'], answer: 'Yes, for **30** people.' };
    const { id } = (await app().admin('post', '/api/v1/knowledge/answers', body)).body;
    const { trace, answer, steps } = await why('do you have a terrace?');
    expect(trace.outcome).toMatchObject({ branch: 'curated', model: 'not_needed' });
    expect(answer).toBe(body.answer);
    const curated = { answer_id: id, title: body.questions[0] };
    expect(steps.find(({ kind }) => kind === 'curated')).toMatchObject(curated);
  });

  it('answers from the opening hours', async () => {
    await app().configure({ opening_hours: 'Mo-Su 09:00-17:00', time_zone: 'Europe/Madrid' });
    const { trace, steps } = await why('When are you open on Mondays?');
    expect(trace.outcome).toEqual({ branch: 'hours', why: null, ...NONE });
    const quote = steps.find((step) => step.kind === 'quote')!;
    expect(quote.quotes).toMatchObject([{ by: 'hours', places: [] }]);
  });

  it.each([
    ['Thank you!', { branch: 'plain', why: 'courtesy' }],
    ['I want to talk to a person', { branch: 'handover', why: 'person' }],
    ['STOP', { branch: 'opt_out', why: null }],
    ['???', { branch: 'plain', why: 'unreadable' }],
    ['write me a poem about the sea', { branch: 'refusal', why: 'off_topic' }],
  ])('needs no document for %j', async (text, made) => {
    const { trace, answer } = await why(text);
    expect(trace.outcome).toMatchObject(made);
    expect(answer).toBeTruthy();
  });

  it('understands what is misspelt, and says how', async () => {
    const { steps } = await why('is parkng free for custmers?');
    const understood = { kind: 'understand', read_as: 'is parking free for customers?' };
    expect(steps).toContainEqual(expect.objectContaining(understood));
  });

  it('shows a message that nothing answers, and one that a person answers', async () => {
    const from = await app().writer();
    const { conversation_id } = await why('I want to talk to a person', from);
    const MessageSid = aSid();
    await app().write(from, 'Anybody there?', { MessageSid });
    await expect.poll(async () => (await shownOf(MessageSid)).outcome).toBe('human');
    const waiting = await shownOf(MessageSid);
    expect(waiting).toMatchObject({ answer: null, question: 'Anybody there?' });
    expect(waiting.trace).toBeUndefined();
    const path = `/api/v1/conversations/${conversation_id}/reply`;
    const { id } = (await app().admin('post', path, { text: 'Here I am.' }).expect(201)).body;
    const shown = { mode: 'person', answer: 'Here I am.', asked: [], question: '' };
    expect(await shownOf(id)).toMatchObject(shown);
  });
});
