import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import type { CuratedAnswerRepository } from '../../../src/knowledge/answers/curated-answer.repository.js';
import {
  claimed,
  draftOf,
  inbound,
  type Mailboxes,
  openMailboxes,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

onBothStores('Curated answers that are served', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let answers: CuratedAnswerRepository;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    answers = await store.open<CuratedAnswerRepository>({
      sqlite: () => import('../../../src/knowledge/answers/curated-answer.sqlite.js'),
      mongo: () => import('../../../src/knowledge/answers/curated-answer.mongo.js'),
    });
  });
  afterAll(() => store.close());

  async function anAnswer() {
    const id = randomUUID();
    const times = { createdAt: 1_700_000_000_000, updatedAt: 1_700_000_000_000 };
    await answers.add({ id, questions: ['Wifi?'], answer: 'Yes.', ...times });
    return id;
  }
  const served = async (id: string) => (await answers.find(id))!.served;
  const from = (documentId: string) => ({ documentId, title: 'Wifi?', curated: true });

  /** A mailbox with a message, and an answer to it from these sources. */
  async function asked(...sources: object[]) {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    return { conversationId, held, draft: draftOf(waiting, { sources }) };
  }
  const said = (conversationId: string): Message[] => [
    { id: randomUUID(), conversationId, role: 'user', source: 'api', text: 'Wifi?', createdAt: 1 },
  ];

  test('an answer that is stored is counted once, whatever it names twice', async () => {
    const [id, other] = [await anAnswer(), await anAnswer()];
    const before = Date.now();
    const { held, draft } = await asked(from(id), from(id), { documentId: other, title: 'x' });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect(await answers.find(id)).toMatchObject({ served: 1 });
    const { lastServedAt } = (await answers.find(id))!;
    expect(Math.abs(lastServedAt! - before)).toBeLessThan(60_000);
    expect(await answers.find(other)).toMatchObject({ served: 0 });
    expect((await answers.find(other))!.lastServedAt).toBeUndefined();
  });

  test('an answer that is outdated, or whose claim is lost, is not counted', async () => {
    const id = await anAnswer();
    const { held, draft } = await asked(from(id));
    expect(await m.turns.answer(held, { ...draft, seen: 0 })).toBe('outdated');
    await m.queue.release(held, { crashes: 0 });
    expect(await m.turns.answer({ ...held, token: held.token - 1 }, draft)).toBe('lost');
    expect(await served(id)).toBe(0);
  });

  test('what the chat API keeps is counted, of a conversation that is there', async () => {
    const id = await anAnswer();
    const conversationId = randomUUID();
    await m.messages.begin(said(conversationId), undefined, [from(id)]);
    await m.messages.keep(said(conversationId), undefined, [from(id)]);
    await m.messages.keep(said(conversationId));
    await m.messages.keep(said(randomUUID()), undefined, [from(id)]);
    expect(await served(id)).toBe(2);
  });

  test('many that are stored at once are all counted', async () => {
    const id = await anAnswer();
    const all = [];
    for (let n = 0; n < 8; n++) all.push(await asked(from(id)));
    const stored = await Promise.all(all.map(({ held, draft }) => m.turns.answer(held, draft)));
    expect(new Set(stored)).toEqual(new Set(['stored']));
    expect(await served(id)).toBe(8);
  });

  test('a count changes neither the answer nor its version, and goes with neither sender nor change', async () => {
    const id = await anAnswer();
    const version = await answers.version();
    const { held, draft, conversationId } = await asked(from(id));
    await m.turns.answer(held, draft);
    expect(await answers.version()).toBe(version);
    await m.erasure.erase(conversationId);
    const changed = await answers.change(id, { questions: ['x'], answer: 'y', updatedAt: 2 });
    expect(changed).toMatchObject({ served: 1, answer: 'y' });
  });

  test('one that was removed meanwhile holds no answer up', async () => {
    const id = await anAnswer();
    const { held, draft } = await asked(from(id));
    await answers.remove(id);
    expect(await m.turns.answer(held, draft)).toBe('stored');
  });
});
