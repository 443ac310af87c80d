import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { TestApp } from '../../support/app.js';
import type { Store } from '../../support/stores/app-settings.js';
import { SetClock } from '../../support/stores/set-clock.js';

/** Milliseconds: the window is closed, and what was sent last in it has been heard of. */
const LATER_MS = (24 * 60 + 6) * 60_000;

interface Row {
  _id: string;
  conversation_id?: string;
}

/** An app, and Twilio, for which a day can pass. */
export class DayLater {
  private readonly clock = new SetClock();
  app: TestApp;

  constructor(private readonly store: Store) {}

  async start(): Promise<void> {
    this.app = await TestApp.start(this.store, {}, this.clock);
  }

  async close(): Promise<void> {
    await this.app?.close();
  }

  /** What these people wrote last was a day ago, for the store and for Twilio. */
  async passes(...conversations: string[]): Promise<void> {
    this.clock.time += LATER_MS;
    for (const id of conversations)
      await (this.store === 'mongo' ? this.ageInMongo(id) : this.ageInSqlite(id));
  }

  private ageInSqlite(id: string): void {
    const db = new DatabaseSync(join(this.app.env.DATA_DIR!, 'recado.sqlite'), { timeout: 5000 });
    for (const sql of [
      'UPDATE conversations SET last_inbound_at = last_inbound_at - ? WHERE id = ?',
      'UPDATE messages SET created_at = created_at - ? WHERE conversation_id = ?',
    ])
      db.prepare(sql).run(LATER_MS, id);
    db.close();
  }

  private async ageInMongo(id: string): Promise<void> {
    const client = await mongoose.mongo.MongoClient.connect(this.app.env.MONGODB_URI!);
    const rows = (of: string) => client.db().collection<Row>(of);
    const earlier = (field: string) => [
      { $set: { [field]: { $subtract: [`$${field}`, LATER_MS] } } },
    ];
    await rows('conversations').updateOne({ _id: id }, earlier('last_inbound_at'));
    await rows('messages').updateMany({ conversation_id: id }, earlier('created_at'));
    await client.close();
  }
}
