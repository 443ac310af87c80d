import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { gateTo } from '../../test/support/mongods/gate.js';
import { freshMongoUri } from '../../test/support/stores/stores.js';
import { Collections } from '../storage/mongo/collections.js';
import { Mongo } from '../storage/mongo/mongo.js';
import type { StoreChanges } from './store-changes.js';
import { open } from './store-changes.mongo.js';

describe.skipIf(!inject('mongo'))('changes in a MongoDB that is cut off', () => {
  let near: Mongo;
  let far: Mongo;
  let gate: Awaited<ReturnType<typeof gateTo>>;
  let port: number;
  let changes: StoreChanges;
  const told: string[] = [];

  beforeEach(async () => {
    const uri = freshMongoUri();
    near = await Mongo.open(uri);
    port = Number(new URL(uri).port);
    gate = await gateTo(port, 'nothing');
    const soon = 'directConnection=true&serverSelectionTimeoutMS=500';
    const { pathname } = new URL(uri);
    far = await Mongo.open(`mongodb://127.0.0.1:${gate.port}${pathname}?${soon}`);
    changes = open(await Collections.open(far));
    told.length = 0;
  });
  afterEach(async () => {
    await far.close();
    await near.close();
    gate.close();
  });

  const watch = () =>
    changes.watch(
      ({ data }) => void told.push('id' in data ? data.id : ''),
      () => void told.push('lost'),
    );
  const insert = (id: string) =>
    near.connection.collection<{ _id: string }>('conversations').insertOne({ _id: id });

  test('are told again once it is back, the missed ones or that there may be some', async () => {
    const stop = await watch();
    await insert('before');
    await expect.poll(() => told).toEqual(['before']);
    gate.close();
    await insert('meanwhile');
    // Longer than the driver itself tries.
    await expect.poll(() => far.connected).toBe(false);
    gate = await gateTo(port, 'nothing', gate.port);
    await expect.poll(() => told.slice(1)).toContainEqual(expect.toBeOneOf(['lost', 'meanwhile']));
    await insert('after');
    await expect.poll(() => told).toContain('after');
    stop();
  });

  test('are told again where the server ended the stream, and that some may be missed', async () => {
    const stop = await watch();
    await insert('before');
    await expect.poll(() => told).toEqual(['before']);
    await near.connection.dropDatabase();
    await expect.poll(() => told).toContain('lost');
    await insert('after');
    await expect.poll(() => told).toContain('after');
    stop();
  });

  test('cannot be watched while it is away', async () => {
    gate.close();
    await expect.poll(() => far.connected).toBe(false);
    await expect(watch()).rejects.toThrow('MongoDB cannot be reached');
  });
});
