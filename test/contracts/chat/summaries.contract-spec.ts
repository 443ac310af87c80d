import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Summary } from '../../../src/chat/messages/summary.js';
import type { SummaryRepository } from '../../../src/chat/messages/summary.repository.js';
import type { IntakeStore } from '../../../src/mailbox/intake/intake.store.js';
import type { ErasureStore } from '../../../src/sender-data/erasure.store.js';
import type { SessionRepository } from '../../../src/sessions/session.repository.js';
import { aPhone, inbound } from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const upTo = (until: number): Summary => ({
  text: `Ana wants a cake for ${until} people. 🥐`,
  messageId: randomUUID(),
  until,
});

onBothStores('SummaryRepository', (make) => {
  let store: TestStore;
  let summaries: SummaryRepository;
  let sessions: SessionRepository;
  let erasure: ErasureStore;
  let intake: IntakeStore;
  beforeAll(async () => {
    store = await make();
    summaries = await store.open<SummaryRepository>({
      sqlite: () => import('../../../src/chat/messages/summary.sqlite.js'),
      mongo: () => import('../../../src/chat/messages/summary.mongo.js'),
    });
    sessions = await store.open<SessionRepository>({
      sqlite: () => import('../../../src/sessions/session.sqlite.js'),
      mongo: () => import('../../../src/sessions/session.mongo.js'),
    });
    erasure = await store.open<ErasureStore>({
      sqlite: () => import('../../../src/sender-data/erasure.sqlite.js'),
      mongo: () => import('../../../src/sender-data/erasure.mongo.js'),
    });
    intake = await store.open<IntakeStore>({
      sqlite: () => import('../../../src/mailbox/intake/intake.sqlite.js'),
      mongo: () => import('../../../src/mailbox/intake/intake.mongo.js'),
    });
  });
  afterAll(() => store.close());

  const aConversation = async () =>
    (await sessions.getOrCreate({ userId: `US.${randomUUID().slice(0, 8)}` })).conversationId;

  test('keeps the one that covers most', async () => {
    const id = await aConversation();
    expect(await summaries.find(id)).toBeNull();
    const [first, later] = [upTo(1), upTo(2)];
    await summaries.keep(id, first);
    expect(await summaries.find(id)).toEqual(first);
    await summaries.keep(id, later);
    await summaries.keep(id, first);
    expect(await summaries.find(id)).toEqual(later);
  });

  test('is erased with the conversation, and does not come back', async () => {
    const id = await aConversation();
    await summaries.keep(id, upTo(1));
    await erasure.erase(id);
    await summaries.keep(id, upTo(2));
    expect(await summaries.find(id)).toBeNull();
  });

  test('of a conversation that was merged into another is gone', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await intake.accept(inbound({ phone }));
    const younger = await intake.accept(inbound({ userId }));
    const ids = [older.conversationId, younger.conversationId];
    for (const id of ids) await summaries.keep(id, upTo(1));
    await intake.accept(inbound({ phone, userId }));
    const into = await sessions.resolve(older.conversationId);
    for (const id of ids) await summaries.keep(id, upTo(2));
    for (const id of ids)
      expect((await summaries.find(id))?.until).toBe(id === into ? 2 : undefined);
  });
});
