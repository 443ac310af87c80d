import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import type { Exchange } from '../../../src/questions/question.js';
import type { QuestionStore } from '../../../src/questions/question.store.js';
import {
  claimed,
  draftOf,
  inbound,
  type Mailboxes,
  openMailboxes,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

onBothStores('QuestionStore', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let questions: QuestionStore;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    questions = await store.open<QuestionStore>({
      sqlite: () => import('../../../src/questions/question.sqlite.js'),
      mongo: () => import('../../../src/questions/question.mongo.js'),
    });
  });
  afterAll(() => store.close());

  /** Somebody asks on WhatsApp, and is answered so. */
  async function asked(text: string, over: Partial<Draft>) {
    const { conversationId, messageId } = await m.intake.accept(inbound({ text }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, over));
    return { conversationId, messageId };
  }
  const said = (conversationId: string, text: string, more: Partial<Message> = {}): Message => {
    const at = { createdAt: Date.now(), conversationId };
    return { id: randomUUID(), role: 'user', source: 'api', text, ...at, ...more };
  };
  const textsOf = (found: Exchange[]) =>
    found.map(({ messages }) => messages.map(({ text }) => text).join());
  const latest = async (most = 20) => textsOf(await questions.latest(most));

  test('the newest come first, by WhatsApp and by the chat API, with how they were answered', async () => {
    const curatedId = randomUUID();
    const sources = [{ documentId: curatedId, curated: true }];
    const one = await asked('Wifi?', { mode: 'extractive', sources });
    const id = randomUUID();
    const answer = said(id, 'At nine.', { role: 'assistant' });
    const details = { answered: { mode: 'llm' } };
    await m.messages.begin([said(id, 'When?', { details }), answer]);
    await m.messages.keep([said(id, 'And older ones?')]);
    const [older, api, whatsapp] = await questions.latest(20);
    expect(textsOf([older, api, whatsapp])).toEqual(['And older ones?', 'When?', 'Wifi?']);
    expect(whatsapp).toMatchObject({ mode: 'extractive', curatedId, ...idOf(one) });
    expect(whatsapp.outcome).toBeUndefined();
    expect(api).toMatchObject({ mode: 'llm', conversationId: id });
    expect(older.mode).toBeUndefined();
    expect(await latest(1)).toEqual(['And older ones?', 'Wifi?']);
  });

  test('what was given up is one; notices, opt-outs and what waits are none', async () => {
    const none = { parts: [], answer: undefined };
    const dead = await asked('Given up?', { ...none, outcome: 'dead', error: 'broken' });
    await asked('Too many?', { limited: true, mode: undefined });
    await asked('Stop?', { endsAs: 'opted_out', mode: 'extractive' });
    await asked('A reaction?', { ...none, outcome: 'answered' });
    await asked('To a person?', { ...none, outcome: 'human' });
    await m.intake.accept(inbound({ text: 'Waits?' }));
    const [first] = await questions.latest(20);
    expect(first).toMatchObject({ outcome: 'dead', ...idOf(dead) });
    expect(await latest()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Too|Stop|A r|To a|Waits/)]),
    );
  });

  test("a person's reply asks nothing, and what is erased is gone at once", async () => {
    const { conversationId } = await asked('Mine?', { mode: 'llm' });
    const parts = [{ id: randomUUID(), body: 'Ours.' }];
    const reply = { turnId: randomUUID(), text: 'Ours.', parts, windowMs: 60_000 };
    expect(await m.takeover.reply(conversationId, reply)).toMatchObject({ kind: 'stored' });
    expect((await latest())[0]).toBe('Mine?');
    const id = randomUUID();
    await m.messages.begin([said(id, 'Theirs?')]);
    expect((await latest())[0]).toBe('Theirs?');
    await m.erasure.begin(id);
    await m.erasure.begin(conversationId);
    expect(await latest()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Mine|Theirs/)]),
    );
  });
});

const idOf = ({ conversationId, messageId }: { conversationId: string; messageId: string }) => ({
  conversationId,
  messages: [{ id: messageId }],
});
