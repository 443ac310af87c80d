import { afterAll, beforeAll, expect, test } from 'vitest';
import { inbound, type Mailboxes, openMailboxes } from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

onBothStores('An erasure that a process began before it died', (make) => {
  let store: TestStore;
  let dead: Mailboxes;
  let alive: Mailboxes;
  beforeAll(async () => {
    store = await make();
    [dead, alive] = [await openMailboxes(store), await openMailboxes(store)];
  });
  afterAll(() => store.close());

  test('is gone on with by another, which has erased nobody before', async () => {
    const message = inbound();
    const { conversationId } = await dead.intake.accept(message);
    await dead.erasure.begin(conversationId);
    await alive.erasure.goOn();
    expect(await alive.erasure.begun()).toEqual([]);
    expect((await alive.messages.page(conversationId, 10)).messages).toEqual([]);
    expect(await alive.intake.accept(message)).toMatchObject({ duplicate: true });
    expect(await alive.sessions.find(message.phone!)).toBeNull();
  });
});
