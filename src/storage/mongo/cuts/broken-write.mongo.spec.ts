import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import mongoose from 'mongoose';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { mongoThrough, type Through } from '../../../../test/support/stores/through.js';

/** More than the buffers between the driver and the way take: the write waits. */
const MUCH = 'x'.repeat(12_000_000);
const { MongoNetworkError } = mongoose.mongo;

/** A way to a server that stops to read what is sent, and can be cut. */
async function choking(port: number) {
  const clients = new Set<Socket>();
  let catches: () => void = () => undefined;
  let chokes = false;
  const server = createServer((client) => {
    const house = connect(port, '127.0.0.1');
    clients.add(client);
    client.on('error', () => undefined).on('close', () => house.destroy());
    house.on('error', () => undefined).on('close', () => client.destroy());
    house.pipe(client);
    client.on('data', (data) => {
      house.write(data);
      if (!chokes || !data.includes('xxxxxxxx')) return;
      client.pause();
      catches();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Reads no more of what is written from now on. Resolves once a write waits for that. */
    choke: () => {
      chokes = true;
      return new Promise<void>((resolve) => (catches = resolve));
    },
    cut: () => {
      chokes = false;
      for (const client of clients) client.resetAndDestroy();
    },
    close: () => {
      server.close();
      for (const client of clients) client.destroy();
    },
  };
}

describe.skipIf(!inject('mongo'))('a write that waits for its connection', () => {
  let through: Through<Awaited<ReturnType<typeof choking>>>;
  /** With a time-out of the connection, in milliseconds. */
  const open = async (timeout = 60_000) => {
    through = await mongoThrough(choking, `directConnection=true&socketTimeoutMS=${timeout}`);
    return through;
  };
  afterEach(() => through.end());

  test('is written again when it is cut', async () => {
    const { mongo, way } = await open();
    const rows = mongo.connection.collection('rows');
    const choked = way.choke();
    const written = rows.insertOne({ MUCH });
    await choked;
    way.cut();
    await written;
    expect(await rows.countDocuments()).toBe(1);
  });

  test('fails when the connection times out', async () => {
    const { mongo, way } = await open(300);
    void way.choke();
    const writing = mongo.connection.collection('rows').insertOne({ MUCH });
    await expect(writing).rejects.toBeInstanceOf(MongoNetworkError);
  });

  test('in a transaction is written again', async () => {
    const { mongo, way } = await open();
    const rows = mongo.connection.collection('rows');
    await rows.insertOne({ little: true });
    const choked = way.choke();
    const written = mongo.transaction((session) => rows.insertOne({ MUCH }, { session }));
    await choked;
    way.cut();
    await written;
    expect(await rows.countDocuments()).toBe(2);
  });
});
