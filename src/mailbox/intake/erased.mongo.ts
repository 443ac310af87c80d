import { createHmac, randomBytes } from 'node:crypto';
import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ClientSession, Model } from 'mongoose';
import type { Mongo } from '../../storage/mongo/mongo.js';

const KEY = 'erasure_key';

/** A message that was erased: nothing of it but that. */
@Schema({ collection: 'erased_messages', versionKey: false })
class ErasedRow {
  /** The keyed hash of a MessageSid. */
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Date })
  erased_at: Date;
}
const ErasedSchema = SchemaFactory.createForClass(ErasedRow);

/** The messages that were erased, by hashes that tell nothing to who has only them. */
export class ErasedMessages {
  private key?: string;

  private constructor(
    private readonly mongo: Mongo,
    private readonly rows: Model<ErasedRow>,
  ) {}

  static async open(mongo: Mongo): Promise<ErasedMessages> {
    return new ErasedMessages(mongo, await mongo.model('erased_messages', ErasedSchema));
  }

  /** Which of these were erased. Without a key nothing ever was. */
  async among(ids: string[]): Promise<Set<string>> {
    this.key ??= (await this.settings.findOne({ _id: KEY }))?.value;
    if (!this.key) return new Set();
    const hashes = new Map(ids.map((id) => [this.hash(id), id]));
    const found = await this.rows.find({ _id: { $in: [...hashes.keys()] } }).lean();
    return new Set(found.map(({ _id }) => hashes.get(_id)!));
  }

  /** The first of all nodes to need one makes the key. Call it before the transaction. */
  async prepare(): Promise<void> {
    const value = JSON.stringify(randomBytes(32).toString('base64'));
    const made = { $setOnInsert: { name: KEY, value } };
    await this.settings.updateOne({ _id: KEY }, made, { upsert: true });
    this.key = (await this.settings.findOne({ _id: KEY }))!.value;
  }

  async add(ids: string[], session: ClientSession): Promise<void> {
    const erased_at = new Date();
    const operations = ids.map((id) => ({
      updateOne: {
        filter: { _id: this.hash(id) },
        update: { $setOnInsert: { erased_at } },
        upsert: true,
      },
    }));
    if (operations.length) await this.rows.bulkWrite(operations, { session });
  }

  private hash(id: string): string {
    return createHmac('sha256', JSON.parse(this.key!)).update(id).digest('base64url');
  }

  private get settings() {
    return this.mongo.connection.collection<{ _id: string; name: string; value: string }>(
      'settings',
    );
  }
}
