import type { Schema } from 'mongoose';
import { Collections } from '../mongo/collections.js';
import type { Mongo } from '../mongo/mongo.js';
import type { Schemas } from './plan.js';

/** The schemas of all collections, without a server: what is opened is only noted down. */
export async function allSchemas(): Promise<Schemas> {
  const schemas = new Map<string, Schema>();
  const noted = {
    connected: false,
    processes: { onDeath: () => undefined },
    model: async (name: string, schema: Schema) => void schemas.set(name, schema),
  };
  await Collections.open(noted as unknown as Mongo);
  return schemas;
}
