import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import type { MessageRepository } from '../../../src/chat/messages/message.repository.js';
import type { SessionRepository } from '../../../src/sessions/session.repository.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const said = (conversationId: string, ...texts: string[]): Message[] =>
  texts.map((text, n) => ({
    id: randomUUID(),
    conversationId,
    role: n % 2 ? 'assistant' : 'user',
    source: 'api',
    text,
    createdAt: 1_700_000_000_000 + n,
  }));

onBothStores('MessageRepository', (make) => {
  let store: TestStore;
  let messages: MessageRepository;
  let sessions: SessionRepository;
  beforeAll(async () => {
    store = await make();
    messages = await store.open<MessageRepository>({
      sqlite: () => import('../../../src/chat/messages/message.sqlite.js'),
      mongo: () => import('../../../src/chat/messages/message.mongo.js'),
    });
    sessions = await store.open<SessionRepository>({
      sqlite: () => import('../../../src/sessions/session.sqlite.js'),
      mongo: () => import('../../../src/sessions/session.mongo.js'),
    });
  });
  afterAll(() => store.close());

  test('first messages begin a conversation, later ones go on with it', async () => {
    const id = randomUUID();
    expect(await sessions.resolve(id)).toBeNull();
    const [first, later] = [said(id, 'one', 'two'), said(id, 'three', 'four 🥐')];
    await messages.begin(first);
    await messages.keep(later);
    expect(await sessions.resolve(id)).toBe(id);
    expect(await messages.history(id, 9)).toEqual([...first, ...later]);
  });

  test('go where a merged conversation is now', async () => {
    const older = await sessions.getOrCreate({ phone: '+12025550101' });
    const younger = await sessions.getOrCreate({ userId: 'US.13491' });
    await sessions.getOrCreate({ phone: '+12025550101', userId: 'US.13491' });
    const late = said(younger.conversationId, 'late');
    await messages.keep(late);
    const { conversationId } = older;
    expect(await messages.history(conversationId, 9)).toEqual([{ ...late[0], conversationId }]);
  });

  test('are not kept for a conversation that is gone', async () => {
    const id = randomUUID();
    await messages.keep(said(id, 'late'));
    expect(await messages.history(id, 9)).toEqual([]);
    expect(await sessions.resolve(id)).toBeNull();
  });
});
