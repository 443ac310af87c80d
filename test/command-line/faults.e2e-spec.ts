import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.js';
import { Clinic } from '../support/doctor/clinic.js';
import { noSmallDisk, SmallDisk } from '../support/stores/disk.js';
import { freePort } from '../support/free-port.js';
import { OwnMongod } from '../support/stores/own-mongod.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { type Fault, faultsAround } from './faults-around.js';
import { faultsAtTwilio } from './faults-at-twilio.js';

let clinic: Clinic;
let disk: SmallDisk | undefined;
let standalone: OwnMongod | undefined;

beforeAll(async () => {
  clinic = await Clinic.open();
  await clinic.start();
});
afterAll(() => clinic.close());

const noMongo = () => (inject('mongo') ? undefined : 'no mongod');

const FAULTS: Fault[] = [
  ...faultsAtTwilio(() => clinic),
  ...faultsAround(() => clinic),
  {
    fault: 'another process on the directory',
    prepare: async () => ({ PORT: String(await freePort()) }),
    check: 'store',
    says: /a process that does not answer at .* uses/,
    cure: /HOST and PORT/,
  },
  {
    fault: 'another admin token',
    prepare: () => ({ ADMIN_TOKEN: 'not-the-token-of-it' }),
    check: 'admin_token',
    says: /does not take the token in ADMIN_TOKEN/,
    cure: /the environment and the directory of that process/,
  },
  {
    fault: 'a directory where nothing can be kept',
    prepare: () => ({ DATA_DIR: '/proc' }),
    check: 'store',
    says: /DATA_DIR: \/proc cannot be used/,
    cure: /Name another DATA_DIR/,
  },
  {
    fault: 'a schema of a newer Recado',
    prepare: async () => {
      const other = await Clinic.open();
      await other.start();
      await other.stop();
      const db = new DatabaseSync(join(other.env.DATA_DIR!, 'recado.sqlite'));
      db.exec('PRAGMA user_version = 999');
      db.close();
      return { DATA_DIR: other.env.DATA_DIR, PORT: other.env.PORT };
    },
    check: 'store',
    says: /made by a newer Recado/,
    cure: /Start that one, or put back the backup/,
  },
  {
    fault: 'a disk that is nearly full',
    without: noSmallDisk,
    prepare: async () => {
      disk = SmallDisk.mount();
      const other = await Clinic.open({ DATA_DIR: disk.directory });
      await other.start();
      await other.stop();
      return { DATA_DIR: disk.directory, PORT: other.env.PORT };
    },
    after: () => disk?.unmount(),
    check: 'store',
    says: /nearly full: \d MiB are free/,
    cure: /Make room there/,
  },
  {
    fault: 'a mongod that is down',
    prepare: () => ({ MONGODB_URI: 'mongodb://127.0.0.1:1/recado?serverSelectionTimeoutMS=500' }),
    check: 'store',
    says: /ECONNREFUSED/,
    cure: /See whether it runs/,
  },
  {
    fault: 'a mongod that is no replica set',
    without: noMongo,
    prepare: async () => {
      standalone = await OwnMongod.reserve();
      await standalone.begin([]);
      return { MONGODB_URI: standalone.uri };
    },
    after: () => standalone?.remove(),
    check: 'store',
    says: /a standalone server, and Recado needs a replica set/,
    cure: /--replSet .*rs\.initiate\(\)/,
  },
  {
    fault: 'a database of a newer Recado',
    without: noMongo,
    prepare: async () => {
      const MONGODB_URI = freshMongoUri();
      const client = await new mongoose.mongo.MongoClient(MONGODB_URI).connect();
      const rows = client.db().collection<{ _id: string; version: number }>('schema');
      await rows.insertOne({ _id: 'schema', version: 999 });
      await client.close();
      return { MONGODB_URI };
    },
    check: 'store',
    says: /schema is version 999, made by a newer Recado/,
    cure: /Start that one, or put back the backup/,
  },
];

it.each(FAULTS)('$fault', async ({ prepare, after, check, says, cure, without }) => {
  const reason = without?.();
  if (reason) return console.warn(`not prepared: ${reason}`);
  const env = await prepare();
  const found: Record<string, Finding> = await clinic.examine(env).finally(() => after?.());
  expect(found[check]).toEqual({
    check,
    status: 'wrong',
    detail: expect.stringMatching(says),
    cure: expect.stringMatching(cure),
  });
});
