import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Evidence } from '../../../src/mailbox/turns/evidence.js';
import type { ReconciliationStore } from '../../../src/reconciliation/reconciliation.store.js';
import type { WhatsAppRecords } from '../../../src/whatsapp/records/records.store.js';
import { answered, type Mailboxes, openMailboxes } from './mailboxes.js';
import { onBothStores, type TestStore } from './stores.js';

/** Whom the attempts of these suites go out from. */
export const SENDER = { account: `AC${'1'.repeat(32)}`, from: 'whatsapp:+14155238886' };

/** The stores behind reconciliation. */
export interface Reconciled {
  store: TestStore;
  m: Mailboxes;
  reconciliation: ReconciliationStore;
  records: WhatsAppRecords;
}

export const evidence = (attempt: string, over: Partial<Evidence> = {}): Evidence => ({
  attempt,
  lookedAt: 1,
  complete: true,
  looks: 1,
  absences: 1,
  resends: 0,
  candidates: [],
  ...over,
});

/** A contract suite over the stores behind reconciliation, once for each store. */
export function onBothReconciled(name: string, suite: (r: Reconciled) => void): void {
  onBothStores(name, (make) => {
    const r = {} as Reconciled;
    beforeAll(async () => {
      r.store = await make();
      r.m = await openMailboxes(r.store);
      r.reconciliation = await r.store.open<ReconciliationStore>({
        sqlite: () => import('../../../src/reconciliation/reconciliation.sqlite.js'),
        mongo: () => import('../../../src/reconciliation/reconciliation.mongo.js'),
      });
      r.records = await r.store.open<WhatsAppRecords>({
        sqlite: () => import('../../../src/whatsapp/records/records.sqlite.js'),
        mongo: () => import('../../../src/whatsapp/records/records.mongo.js'),
      });
    });
    afterAll(() => r.store.close());
    suite(r);
  });
}

/** A part whose attempt has no known outcome, in a claimed mailbox. */
export async function openPart({ m }: Reconciled, parts = 1) {
  const mailbox = await answered(m, parts);
  const attempt = randomUUID();
  await m.outbox.begin(mailbox.held, mailbox.part, attempt, 60_000, SENDER);
  return { ...mailbox, attempt };
}

/** The same, given up as uncertain. */
export async function uncertainPart(r: Reconciled, parts = 1) {
  const mailbox = await openPart(r, parts);
  await r.m.outbox.markUncertain(mailbox.held, mailbox.part);
  return mailbox;
}
