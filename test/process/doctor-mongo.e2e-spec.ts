import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Mongo } from '../../src/storage/mongo/mongo.js';
import { ok, skipped, wrong } from '../support/doctor/findings.js';
import { Clinic } from '../support/doctor/clinic.js';
import { OwnMongod } from '../support/stores/own-mongod.js';
import { freshMongoUri } from '../support/stores/stores.js';

let clinic: Clinic;

describe.skipIf(!inject('mongo'))('a Recado on MongoDB', () => {
  beforeAll(async () => {
    clinic = await Clinic.open({ MONGODB_URI: freshMongoUri() });
  });
  afterAll(() => clinic.close());

  it('makes nothing before the first start', async () => {
    expect((await clinic.examine()).store).toMatchObject(ok(/^MongoDB, .*primary/));
    const mongo = await Mongo.open(clinic.env.MONGODB_URI!);
    expect(await mongo.connection.listCollections()).toEqual([]);
    await mongo.close();
  });

  it.each([
    ['password', 'who', 'rs', /refuses the user or the password/, /authSource/],
    ['replicaSet', '', 'another', /no primary of a replica set named another/, /replicaSet/],
  ])('store: a wrong %s', async (_, user, name, cause, cure) => {
    const uri = new URL(clinic.env.MONGODB_URI!);
    if (user) Object.assign(uri, { username: user, password: `password-of-${user}` });
    if (!user) uri.searchParams.set('replicaSet', name);
    uri.searchParams.set('serverSelectionTimeoutMS', '1000');
    const { store } = await clinic.examine({ MONGODB_URI: uri.href });
    expect(store).toMatchObject(wrong(cause, cure));
    expect(store.detail).not.toContain('who');
  });

  it('store: an address that would weaken what is promised', async () => {
    const MONGODB_URI = `${clinic.env.MONGODB_URI!}&readPreference=secondaryPreferred&journal=false`;
    const { store } = await clinic.examine({ MONGODB_URI });
    expect(store).toMatchObject(wrong(/take readPreference=secondaryPreferred out/, /right/));
    expect(store.detail).not.toContain('mongodb://');
  });

  it('finds nothing wrong', async () => {
    await clinic.start();
    const found = await clinic.examine();
    expect(Object.values(found).filter(({ status }) => status === 'wrong')).toEqual([]);
    expect(found.store).toMatchObject(ok(/^MongoDB, .*primary/));
    expect(found.secret_key).toMatchObject(ok(/opens/));
    expect(found.documents).toMatchObject(skipped(/none yet/));
    await fetch(`${clinic.address}/api/v1/knowledge/documents`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${clinic.env.ADMIN_TOKEN}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ title: 'Hours', text: 'Open at 9.' }),
    });
    expect((await clinic.examine()).documents).toMatchObject(ok(/there are some/));
  });
});

describe.skipIf(!inject('mongo'))('a MongoDB that is no replica set', () => {
  let mongod: OwnMongod;
  beforeAll(async () => {
    mongod = await OwnMongod.reserve();
    clinic = await Clinic.open();
  });
  afterAll(async () => {
    await clinic.close();
    await mongod.remove();
  });

  /** However the address names it, with a user or without. */
  const storesBy = async () => {
    const { host } = new URL(mongod.uri);
    const soon = 'serverSelectionTimeoutMS=1000';
    const addresses = [
      `${host}/recado?replicaSet=own&${soon}`,
      `${host}/recado?directConnection=true&${soon}`,
      `${host}/recado?${soon}`,
      `who:a-password@${host}/recado?replicaSet=own&authSource=admin&${soon}`,
    ];
    const found = addresses.map((at) => clinic.examine({ MONGODB_URI: `mongodb://${at}` }));
    return (await Promise.all(found)).map(({ store }) => store);
  };

  it('store: a member of a set that is not initiated, and a standalone server', async () => {
    await mongod.begin(['--replSet', 'own']);
    for (const store of await storesBy())
      expect(store).toMatchObject(wrong(/that is not initiated$/, /^Run rs\.initiate\(\)/));
    await mongod.kill();
    await mongod.begin([]);
    for (const store of await storesBy())
      expect(store).toMatchObject(wrong(/standalone server/, /--replSet.*rs\.initiate\(\)/));
  });
});
