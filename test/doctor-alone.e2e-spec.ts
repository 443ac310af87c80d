import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Clinic, ok, skipped, wrong } from './support/clinic.js';
import { freshMongoUri } from './support/stores.js';

let clinic: Clinic;

describe('a Recado that does not run', () => {
  beforeAll(async () => (clinic = await Clinic.open()));
  afterAll(() => clinic.close());

  it('before the first start, in simulator mode: nothing is wrong, and no store is made', async () => {
    const fresh = { DATA_DIR: join(clinic.directory, 'fresh'), SIMULATOR: 'on', SECRET_KEY: '' };
    const found = await clinic.examine({ ...fresh, ADMIN_TOKEN: '' });
    expect(Object.values(found).filter(({ status }) => status === 'wrong')).toEqual([]);
    expect(found.store).toMatchObject(skipped(/first start makes/));
    expect(found.admin_token).toMatchObject(skipped(/first start makes/));
    expect(readdirSync(fresh.DATA_DIR)).toEqual(['simulator']);
    expect(readdirSync(join(fresh.DATA_DIR, 'simulator'))).toEqual(['credentials.json']);
  });

  it('opens the store itself; what cannot be asked is not checked, or is wrong', async () => {
    await clinic.start();
    await clinic.stop();
    const found = await clinic.examine();
    expect(found).toMatchObject({
      process: skipped(/does not run here/),
      store: ok(/it can be written/),
      secret_key: ok(/opens/),
      twilio: ok(/takes account/),
      public_url: wrong(/ECONNREFUSED/, /Start Recado/),
      webhook: skipped(/no answer/),
    });
  });

  it('secret_key: a stored secret that it does not open; a file that others can read', async () => {
    const db = new DatabaseSync(join(clinic.env.DATA_DIR!, 'recado.sqlite'));
    const value = JSON.stringify({ fields: { twilio_auth_token: 'v1.AAAA' } });
    db.prepare("INSERT INTO settings (name, value) VALUES ('bot_config', ?)").run(value);
    db.close();
    const { secret_key } = await clinic.examine();
    expect(secret_key).toMatchObject(wrong(/not open twilio_auth_token/, /PUT/));
    const file = join(clinic.env.DATA_DIR!, 'admin-token');
    writeFileSync(file, 'a-token-in-a-file');
    chmodSync(file, 0o644);
    const { admin_token } = await clinic.examine({ ADMIN_TOKEN: '' });
    expect(admin_token).toMatchObject(wrong(/can be read by others/, /^chmod 600 /));
  });

  it('store: not a database; a directory that is none', async () => {
    const DATA_DIR = join(clinic.directory, 'broken');
    await clinic.examine({ DATA_DIR });
    expect(existsSync(DATA_DIR)).toBe(false);
    writeFileSync(join(clinic.directory, 'file'), '');
    const none = await clinic.examine({ DATA_DIR: join(clinic.directory, 'file') });
    expect(none.store).toMatchObject(wrong(/cannot be used/, /DATA_DIR/));
    const file = join(clinic.env.DATA_DIR!, 'recado.sqlite');
    writeFileSync(file, 'This is not a database. '.repeat(100));
    expect((await clinic.examine()).store).toMatchObject(wrong(/recado\.sqlite/, /./));
  });

  it('process: runs, and is not ready', async () => {
    const address = await clinic.serve((asked, response) => {
      const live = asked.url === '/health/live';
      const problem = { detail: 'store cannot be written now' };
      response.writeHead(live ? 200 : 503).end(JSON.stringify(live ? { status: 'ok' } : problem));
    });
    const { process } = await clinic.examine({ PORT: new URL(address).port });
    expect(process).toMatchObject(wrong(/not ready: store cannot be written/, /log/));
  });

  it('store: a MongoDB that is away', async () => {
    const MONGODB_URI = 'mongodb://who:password-of-who@127.0.0.1:1/recado';
    const { store, secret_key } = await clinic.examine({ MONGODB_URI });
    expect(store).toMatchObject(
      wrong(/^mongodb:\/\/127.0.0.1:1\/recado: .*reached/, /MONGODB_URI/),
    );
    expect(secret_key).toMatchObject(skipped(/no store/));
  });
});

describe.skipIf(!inject('mongo'))('a Recado on MongoDB', () => {
  beforeAll(async () => {
    clinic = await Clinic.open({ MONGODB_URI: freshMongoUri() });
    await clinic.start();
  });
  afterAll(() => clinic.close());

  it('finds nothing wrong', async () => {
    const found = await clinic.examine();
    expect(Object.values(found).filter(({ status }) => status === 'wrong')).toEqual([]);
    expect(found.store).toMatchObject(ok(/^MongoDB, .*primary/));
    expect(found.secret_key).toMatchObject(ok(/opens/));
  });
});
