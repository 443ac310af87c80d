import { beforeAll, expect, it } from 'vitest';
import type { SearchStep } from '../../src/chat/trace/search-step.js';
import type { TraceStep } from '../../src/chat/trace/trace.js';
import type { ReviewedAnswer } from '../../src/review/answer/answer.dto.js';
import { type TestApp, withApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

const PARKING =
  '# Parking\n\nParking is free for customers.\n\n## Bicycles\n\nThey stand in the yard.';
// The first answer of a process may be slow: nothing here is about its time but where it says so.
const env = { LLM_TIMEOUT_MS: '60000', MODEL_PRICES: 'obedient=1000000/2000000' };

/** What the chat API answers, and why. */
async function why(app: TestApp, text: string, conversation_id?: string) {
  const asked = await app.admin('post', '/api/v1/chat', { text, conversation_id }).expect(200);
  const { conversation_id: id, timings, usage } = asked.body;
  const said = (await app.messages(id)).at(-1)!;
  const path = `/api/v1/messages/${said.id}/answer`;
  const { body } = await app.admin('get', path).expect(200);
  const { trace } = body as ReviewedAnswer;
  expect(trace!.timings).toEqual(timings);
  expect(trace!.usage).toEqual(usage);
  return { ...(body as ReviewedAnswer), trace: trace!, steps: stepsOf(trace!.steps), id };
}

/** The last step of each kind. */
function stepsOf(steps: TraceStep[]) {
  return Object.fromEntries(steps.map((step) => [step.kind, step])) as Record<string, any>;
}
const add = (app: TestApp, title: string, text: string) =>
  app.admin('post', '/api/v1/knowledge/documents', { title, text }).expect(201);

withApp('why an answer, with a model', env, (app) => {
  let documentId: string;
  beforeAll(async () => (documentId = (await add(app(), 'Parking', PARKING)).body.id));
  const ask = (text: string, conversation?: string) => why(app(), text, conversation);

  it('shows the road to a model’s answer', async () => {
    app().model.mode = 'fixed';
    app().model.text = '<think>They ask for parking.</think>Yes, parking is free for customers.';
    const { trace, steps, ...shown } = await ask('Is parking free?');
    expect(trace.outcome).toEqual({ branch: 'model', why: null, model: 'answered', error: null });
    expect(shown).toMatchObject({
      source: 'api',
      question: 'Is parking free?',
      answer: 'Yes, parking is free for customers.',
      asked: [{ text: 'Is parking free?' }],
    });
    expect(steps.understand).toMatchObject({ wants: 'question', by: 'rules', language: 'en' });
    const [best] = (steps.search as SearchStep).passages;
    expect(best).toMatchObject({ document_id: documentId, title: 'Parking', position: 0 });
    expect(best.used).toBe(true);
    expect(steps.search).toMatchObject({ in: 'documents', threshold: 0.45, by_meaning: false });
    expect(steps.prompt.messages.map(({ role }: { role: string }) => role)).toEqual([
      'system',
      'user',
    ]);
    expect(steps.prompt.messages[0].text).toContain('Parking is free for customers.');
    expect(steps.generation).toMatchObject({
      model: 'obedient',
      outcome: 'answered',
      raw: app().model.text,
      cleaned: 'Yes, parking is free for customers.',
      input_tokens: 1,
    });
    expect(steps.check).toMatchObject({ against: 'documents', passed: true });
    expect(trace.usage).toMatchObject({ model: 'obedient', cost: 3 });
  });

  it('shows why a model’s answer was not sent', async () => {
    app().model.mode = 'fixed';
    app().model.text = 'Parking is free for customers for 713 hours.';
    const { trace, answer } = await ask('Is parking free?');
    expect(trace.outcome).toMatchObject({ branch: 'documents', model: 'guarded' });
    expect(answer).toContain('Parking is free for customers.');
    const checks = trace.steps.filter(({ kind }) => kind === 'check');
    expect(checks).toMatchObject([{ against: 'guard', passed: false, reason: 'number' }]);
    expect(stepsOf(trace.steps).generation.raw).toBe(app().model.text);
  });

  it('shows that a model failed, and was asked again', async () => {
    app().model.refusals = [{ status: 503 }, { status: 503 }];
    const { trace } = await ask('Where do bicycles stand?');
    expect(trace.outcome).toEqual({
      branch: 'documents',
      why: null,
      model: 'failed',
      error: 'model HTTP 503',
    });
    const tries = trace.steps.filter(({ kind }) => kind === 'generation');
    const failed = { outcome: 'failed', error: 'model HTTP 503', raw: null };
    expect(tries).toMatchObject([failed, failed]);
    expect(JSON.stringify(trace)).not.toContain('sk-secret');
  });

  it('shows that a model was too late', async () => {
    await app().configure({ llm_timeout_ms: 2000 });
    app().model.mode = 'hang';
    const { trace } = await ask('My boat is blue.');
    expect(trace.outcome).toMatchObject({ branch: 'fallback', why: 'too_late', model: 'failed' });
    expect(trace.outcome.error).toMatch(/^model time-out after \d+ ms$/);
    const [stopped] = trace.steps.filter(({ kind }) => kind === 'generation');
    expect(stopped).toMatchObject({ outcome: 'stopped', raw: null });
    await app().configure({ llm_timeout_ms: null });
  });

  it('shows a follow-up with the question before', async () => {
    app().model.mode = 'fixed';
    app().model.text = 'Parking is free for customers.';
    const { id } = await ask('Is parking free?');
    app().model.text = 'Bicycles stand in the yard.';
    const { trace } = await ask('and bicycles?', id);
    const searches = trace.steps.filter((step) => step.kind === 'search');
    expect(searches.map(({ query, follow_up }) => [query, follow_up])).toContainEqual([
      'Is parking free? and bicycles?',
      true,
    ]);
    expect(stepsOf(trace.steps).quote).toMatchObject({ after: 'Is parking free?' });
  });

  it('keeps the prompt of what nobody can read within its bounds', async () => {
    await app().configure({ system_prompt: '🥐 '.repeat(2600) });
    const { trace } = await ask('🥐'.repeat(4000));
    expect(Buffer.byteLength(JSON.stringify(trace))).toBeLessThanOrEqual(64 * 1024);
    await app().configure({ system_prompt: null });
  });

  it('keeps nothing where nothing is to be kept', async () => {
    await app().configure({ trace_days: 0 });
    const { body } = await app().admin('post', '/api/v1/chat', { text: 'Is parking free?' });
    const from = await app().writer();
    const conversation = await app().write(from, 'Is parking free?');
    for (const id of [body.conversation_id, conversation]) {
      const said = (await app().messages(id)).at(-1)!;
      const shown = await app().admin('get', `/api/v1/messages/${said.id}/answer`).expect(200);
      expect(shown.body).toMatchObject({ answer: said.text });
      expect(shown.body.trace).toBeUndefined();
    }
    await app().configure({ trace_days: null });
  });

  it('says nothing of a message that is not there', async () => {
    for (const id of [aSid(), '00000000-0000-4000-8000-000000000000'])
      await app().admin('get', `/api/v1/messages/${id}/answer`).expect(404);
    const { body } = await app().admin('get', '/api/v1/messages/SM%201/answer').expect(400);
    expect(body.errors).toEqual([{ field: 'sid', message: expect.any(String) }]);
    await app().admin('get', `/api/v1/messages/${aSid()}/answer`, undefined, null).expect(401);
  });
});
