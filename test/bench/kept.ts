import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import type { Place } from './servers.js';

/** Which messages the store holds, read by hand after the process that wrote them is dead. */
export async function keptMessages(place: Place): Promise<Set<string>> {
  return new Set(place.mongoUri ? await fromMongo(place.mongoUri) : fromSqlite(place));
}

/** How many of them wait for a worker. */
export async function waitingMessages({ mongoUri, directory }: Place): Promise<number> {
  if (!mongoUri) {
    const db = openSqlite({ directory });
    const row = db.prepare('SELECT count(*) AS n FROM messages WHERE waiting = 1').get();
    db.close();
    return Number(row!.n);
  }
  return onMongo(mongoUri, (db) => db.collection('messages').countDocuments({ waiting: true }));
}

function fromSqlite(place: Place): string[] {
  const db = openSqlite(place);
  const rows = db.prepare('SELECT id FROM messages').all();
  db.close();
  return rows.map(({ id }) => id as string);
}

function fromMongo(uri: string): Promise<string[]> {
  return onMongo(uri, async (db) => {
    const rows = db.collection<{ _id: string }>('messages').find({}, { projection: { _id: 1 } });
    return (await rows.toArray()).map(({ _id }) => _id);
  });
}

function openSqlite({ directory }: Place): DatabaseSync {
  return new DatabaseSync(join(directory, 'data', 'recado.sqlite'));
}

async function onMongo<T>(uri: string, read: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    return await read(connection.db!);
  } finally {
    await connection.close();
  }
}
