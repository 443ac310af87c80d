import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SettingsRepository } from '../../../src/config/settings.repository.js';
import type { Told } from '../../../src/events/told.js';
import type { CuratedAnswerRepository } from '../../../src/knowledge/answers/curated-answer.repository.js';
import type { DocumentRepository } from '../../../src/knowledge/documents/document.repository.js';
import { inbound } from '../../support/stores/mailboxes.js';
import { conversation, onBothWatched } from './watched.fixture.js';

const MINUTE = 60_000;

onBothWatched('StoreChanges tell of the rest:', (w) => {
  test('the account is held, and let go', async () => {
    const error = { code: 20003, message: 'Authenticate' };
    await w.m.holds.hold({ error, heardBy: 'answer', tryInMs: MINUTE, again: false });
    await w.tells({ event: 'account', data: {} });
    await w.anew();
    await w.m.holds.lift(undefined);
    await w.tells({ event: 'account', data: {} });
  });

  test('the configuration, and no other setting', async () => {
    const settings = await w.store.open<SettingsRepository>({
      sqlite: () => import('../../../src/config/settings.sqlite.js'),
      mongo: () => import('../../../src/config/settings.mongo.js'),
    });
    await settings.replace('another', undefined, '{}');
    expect(await w.all()).toEqual([]);
    await settings.replace('bot_config', undefined, '{}');
    await w.tells({ event: 'settings', data: {} });
    await w.anew();
    await settings.replace('bot_config', '{}', '{"a":1}');
    await w.tells({ event: 'settings', data: {} });
  });

  test('documents and curated answers', async () => {
    const documents = await w.store.open<DocumentRepository>({
      sqlite: () => import('../../../src/knowledge/documents/document.sqlite.js'),
      mongo: () => import('../../../src/knowledge/documents/document.mongo.js'),
    });
    const answers = await w.store.open<CuratedAnswerRepository>({
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
      await w.tells({ event: 'knowledge', data: {} });
      await w.anew();
    }
  });

  test('who signs out', async () => {
    const id = randomUUID();
    const expiresAt = Date.now() + MINUTE;
    await w.signIns.keepSession({ id, signedInBy: 'link', expiresAt, mark: 'm' });
    await w.signIns.endSession(id);
    await w.tells({ event: 'signed_out', data: { id } });
  });

  test('nothing to who has stopped, and nothing where nothing changed', async () => {
    const stopped: Told[] = [];
    const stopToo = await w.changes.watch(
      (one) => void stopped.push(one),
      () => undefined,
    );
    const { conversationId } = await w.m.intake.accept(inbound());
    await expect.poll(() => stopped).toContainEqual(conversation(conversationId));
    stopToo();
    await w.anew();
    stopped.splice(0);
    const unknown = randomUUID();
    await w.m.takeover.takeOver(unknown);
    expect(await w.all()).toEqual([]);
    expect(stopped).toEqual([]);
  });
});
