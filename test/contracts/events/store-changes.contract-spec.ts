import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SettingsRepository } from '../../../src/config/settings.repository.js';
import type { SignInStore } from '../../../src/console/sign-in/sign-in.store.js';
import type { StoreChanges } from '../../../src/events/store-changes.js';
import type { Told } from '../../../src/events/told.js';
import type { CuratedAnswerRepository } from '../../../src/knowledge/answers/curated-answer.repository.js';
import type { DocumentRepository } from '../../../src/knowledge/documents/document.repository.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  heard,
  inbound,
  type Mailboxes,
  openMailboxes,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const MINUTE = 60_000;
const refusal = { kind: 'dead', error: { code: 21211, message: 'no' } } as const;

onBothStores('StoreChanges', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let changes: StoreChanges;
  let stop: () => void;
  const told: Told[] = [];
  const lost: string[] = [];

  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    changes = await store.open<StoreChanges>({
      sqlite: () => import('../../../src/events/store-changes.sqlite.js'),
      mongo: () => import('../../../src/events/store-changes.mongo.js'),
    });
    stop = await changes.watch(
      (one) => void told.push(one),
      () => void lost.push('lost'),
    );
  });
  afterAll(async () => {
    stop();
    await store.close();
    expect(lost).toEqual([]);
  });
  beforeEach(() => void told.splice(0));

  const conversation = (id: string) => ({ event: 'conversation', data: { id } });
  const message = (id: string, conversation_id: string, more = {}) => ({
    event: 'message',
    data: { id, conversation_id, ...more },
  });
  /** Waits until all of these were told. */
  const tells = (...wanted: object[]) =>
    expect.poll(() => told).toEqual(expect.arrayContaining(wanted));
  /** Waits until what was done before is told, and returns all that was. */
  async function all(): Promise<Told[]> {
    const { conversationId } = await m.intake.accept(inbound());
    await tells(conversation(conversationId));
    return told.filter(({ data }) => !JSON.stringify(data).includes(conversationId));
  }
  async function sending() {
    const one = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, MINUTE);
    await all();
    told.splice(0);
    return { ...one, attempt, turnId: one.draft.turnId };
  }

  test('a message that came, its sender, and one that is repeated', async () => {
    const first = inbound();
    const { conversationId } = await m.intake.accept(first);
    await tells(message(first.id, conversationId), conversation(conversationId));
    told.splice(0);
    await m.intake.accept(first);
    expect(await all()).toEqual([]);
    await m.intake.accept(inbound({ phone: first.phone, profileName: 'Ana' }));
    await tells(conversation(conversationId));
  });

  test('an answer, and how its sending goes', async () => {
    const { conversationId, draft, part, held } = await answered(m);
    await tells(
      message(draft.turnId, conversationId),
      message(part, conversationId),
      conversation(conversationId),
    );
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, MINUTE);
    const sent = acceptance();
    await m.outbox.record(held, attempt, sent);
    await tells(message(part, conversationId, { sid: sent.sid }), conversation(conversationId));
    told.splice(0);
    await m.outbox.callback(heard({ sid: sent.sid, attempt, status: 'delivered' }));
    await tells(message(part, conversationId, { sid: sent.sid }));
  });

  test('what a worker does with a mailbox is no news', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    await all();
    told.splice(0);
    const held = await claimed(m, conversationId);
    await m.queue.release(held, { crashes: 0 });
    expect(await all()).toEqual([]);
  });

  test('what was read of a voice note', async () => {
    const note = inbound();
    const { conversationId } = await m.intake.accept(note);
    const held = await claimed(m, conversationId);
    await all();
    told.splice(0);
    const details = { media: [{ url: 'https://api.twilio.com/1', contentType: 'audio/ogg' }] };
    await m.readings.keep(held, { id: note.id, text: 'hola', details });
    await tells(message(note.id, conversationId));
  });

  test('a person takes over, writes, and hands back; somebody waits for one', async () => {
    const { conversationId } = await answered(m);
    for (const act of [
      () => m.takeover.takeOver(conversationId),
      () => m.takeover.release(conversationId),
    ]) {
      await all();
      told.splice(0);
      await act();
      await tells(conversation(conversationId));
    }
    const reply = { turnId: randomUUID(), text: 'At nine.', parts: [], windowMs: MINUTE };
    await m.takeover.reply(conversationId, { ...reply, parts: [{ id: randomUUID(), body: 'x' }] });
    await tells(message(reply.turnId, conversationId), conversation(conversationId));
  });

  test('a failure, and what becomes of it', async () => {
    const { held, attempt, turnId } = await sending();
    await m.outbox.record(held, attempt, refusal);
    await tells({ event: 'failures', data: {} });
    for (const act of ['retry', 'discard'] as const) {
      const one = await sending();
      await m.outbox.record(one.held, one.attempt, refusal);
      await all();
      told.splice(0);
      await m.failures[act](one.turnId);
      await tells({ event: 'failures', data: {} });
    }
    expect(await m.failures.discard(turnId)).toBe(true);
  });

  test('a send of unknown outcome', async () => {
    const { held, part, conversationId } = await sending();
    await m.outbox.markUncertain(held, part);
    await tells(message(part, conversationId), { event: 'failures', data: {} });
  });

  test('conversations that become one, and one that is erased', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const ids = [inbound({ phone }), inbound({ userId })].map((one) => m.intake.accept(one));
    const [{ conversationId: one }, { conversationId: other }] = await Promise.all(ids);
    await all();
    told.splice(0);
    await m.intake.accept(inbound({ phone, userId }));
    await expect
      .poll(() => told.map(({ data }) => 'id' in data && data.id))
      .toEqual(expect.arrayContaining([expect.toBeOneOf([one, other])]));
    told.splice(0);
    await m.erasure.erase(one);
    await tells(conversation(one), conversation(other));
  });

  test('the account is held, and let go', async () => {
    const error = { code: 20003, message: 'Authenticate' };
    await m.account.hold(error, 'answer', MINUTE, false);
    await tells({ event: 'account', data: {} });
    await all();
    told.splice(0);
    await m.account.lift();
    await tells({ event: 'account', data: {} });
  });

  test('the configuration, and no other setting', async () => {
    const settings = await store.open<SettingsRepository>({
      sqlite: () => import('../../../src/config/settings.sqlite.js'),
      mongo: () => import('../../../src/config/settings.mongo.js'),
    });
    await settings.replace('another', undefined, '{}');
    expect(await all()).toEqual([]);
    await settings.replace('bot_config', undefined, '{}');
    await tells({ event: 'settings', data: {} });
    await all();
    told.splice(0);
    await settings.replace('bot_config', '{}', '{"a":1}');
    await tells({ event: 'settings', data: {} });
  });

  test('documents and curated answers', async () => {
    const documents = await store.open<DocumentRepository>({
      sqlite: () => import('../../../src/knowledge/documents/document.sqlite.js'),
      mongo: () => import('../../../src/knowledge/documents/document.mongo.js'),
    });
    const answers = await store.open<CuratedAnswerRepository>({
      sqlite: () => import('../../../src/knowledge/answers/curated-answer.sqlite.js'),
      mongo: () => import('../../../src/knowledge/answers/curated-answer.mongo.js'),
    });
    const document = {
      id: randomUUID(),
      name: 'Hours',
      title: 'Hours',
      text: 'Nine.',
      format: 'text',
      revision: '1',
      metadata: {},
      createdAt: 1,
      updatedAt: 1,
    } as const;
    const answer = {
      id: randomUUID(),
      questions: ['When?'],
      answer: 'Now.',
      createdAt: 1,
      updatedAt: 1,
    };
    for (const act of [
      () => documents.put(document),
      () => documents.put({ ...document, text: 'Ten.', revision: '2', updatedAt: 2 }),
      () => documents.remove(document.id),
      () => answers.add(answer),
      () => answers.change(answer.id, { ...answer, answer: 'Later.', updatedAt: 2 }),
      () => answers.remove(answer.id),
    ]) {
      await act();
      await tells({ event: 'knowledge', data: {} });
      await all();
      told.splice(0);
    }
  });

  test('who signs out', async () => {
    const signIns = await store.open<SignInStore>({
      sqlite: () => import('../../../src/console/sign-in/sign-in.sqlite.js'),
      mongo: () => import('../../../src/console/sign-in/sign-in.mongo.js'),
    });
    const id = randomUUID();
    await signIns.keepSession({ id, signedInBy: 'link', expiresAt: Date.now() + MINUTE });
    await signIns.endSession(id);
    await tells({ event: 'signed_out', data: { id } });
  });

  test('nothing to who has stopped, and nothing where nothing changed', async () => {
    const stopped: Told[] = [];
    const stopToo = await changes.watch(
      (one) => void stopped.push(one),
      () => undefined,
    );
    const { conversationId } = await m.intake.accept(inbound());
    await expect.poll(() => stopped).toContainEqual(conversation(conversationId));
    stopToo();
    for (const heard of [told, stopped]) heard.splice(0);
    const unknown = randomUUID();
    await m.takeover.takeOver(unknown);
    expect(await all()).toEqual([]);
    expect(stopped).toEqual([]);
  });
});
