import type { Collections } from '../../storage/mongo/collections.js';
import { KEEP_TESTS, KEEP_TESTS_MS, type TestSend, WhatsAppRecords } from './records.store.js';

/** The records in MongoDB. */
export class MongoWhatsAppRecords extends WhatsAppRecords {
  constructor(private readonly db: Collections) {
    super();
  }

  async noteWebhook(account: string, number: string, at: number): Promise<void> {
    const first = { account, number, first_webhook_at: new Date(at) };
    const which = { _id: `${account} ${number}` };
    await this.db.twilioNumbers.updateOne(which, { $setOnInsert: first }, { upsert: true });
  }

  async beginTest({ id, to, from, account, body }: TestSend): Promise<void> {
    const { testSends } = this.db;
    await testSends.deleteMany({ begun_at: { $lt: new Date(Date.now() - KEEP_TESTS_MS) } });
    const [last] = await testSends
      .find({}, { begun_at: 1 })
      .sort({ begun_at: -1 })
      .skip(KEEP_TESTS - 1)
      .limit(1)
      .lean();
    if (last) await testSends.deleteMany({ begun_at: { $lte: last.begun_at } });
    const sent = { sent_to: to, sent_from: from, sent_by: account, body };
    const begun = { $set: sent, $currentDate: { begun_at: true } } as const;
    await testSends.updateOne({ _id: id }, begun, { upsert: true });
  }

  async endTest(_id: string, sid: string | null): Promise<void> {
    if (sid) await this.db.testSends.updateOne({ _id }, { $set: { sid } });
    else await this.db.testSends.deleteOne({ _id });
  }
}

export const open = (db: Collections): WhatsAppRecords => new MongoWhatsAppRecords(db);
