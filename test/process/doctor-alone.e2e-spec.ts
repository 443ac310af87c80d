import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, skipped, wrong } from '../support/doctor/findings.js';
import { Clinic } from '../support/doctor/clinic.js';

let clinic: Clinic;

/** What is in a directory, and whether it was touched. */
function left(directory: string): [string, number, number][] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const { size, mtimeMs } = statSync(join(directory, name));
    return [name, size, mtimeMs];
  });
}

describe('a Recado that does not run', () => {
  beforeAll(async () => (clinic = await Clinic.open()));
  afterAll(() => clinic.close());

  it('before the first start, in simulator mode: nothing is wrong, and nothing is made', async () => {
    const fresh = { DATA_DIR: join(clinic.directory, 'fresh'), SIMULATOR: 'on', SECRET_KEY: '' };
    const found = await clinic.examine({ ...fresh, ADMIN_TOKEN: '' });
    expect(Object.values(found).filter(({ status }) => status === 'wrong')).toEqual([]);
    expect(found.store).toMatchObject(skipped(/first start makes/));
    expect(found.admin_token).toMatchObject(skipped(/first start makes/));
    expect(found.documents).toMatchObject(skipped(/loads the samples/));
    expect(existsSync(fresh.DATA_DIR)).toBe(false);
  });

  it('environment: says which name is nearly right', async () => {
    const { environment } = await clinic.examine({
      TWILIO_ACOUNT_SID: 'x',
      TWILIO_ACCOUNT_SID: '',
    });
    expect(environment).toMatchObject(ok(/valid; TWILIO_ACOUNT_SID .* TWILIO_ACCOUNT_SID\?$/));
  });

  it('store: a file without tables stays one, and nothing is made beside it', async () => {
    const DATA_DIR = join(clinic.directory, 'empty');
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'recado.sqlite'), '');
    const before = left(DATA_DIR);
    const auto = { SIMULATOR: 'auto', TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' };
    expect((await clinic.examine({ DATA_DIR, ...auto })).store).toMatchObject(
      skipped(/first start/),
    );
    const { store, documents } = await clinic.examine({ DATA_DIR });
    expect(store).toMatchObject(ok(/next start migrates it/));
    expect(documents).toMatchObject(skipped(/none yet/));
    expect(left(DATA_DIR)).toEqual(before);
  });

  it('looks at a store that is at rest; what cannot be asked is not checked, or is wrong', async () => {
    await clinic.start();
    await clinic.stop();
    const { DATA_DIR } = clinic.env;
    rmSync(join(DATA_DIR!, 'recado.lock'));
    const before = left(DATA_DIR!);
    const found = await clinic.examine();
    expect(left(DATA_DIR!)).toEqual(before);
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
    const proc = await clinic.examine({ DATA_DIR: '/proc/recado' });
    expect(proc.store).toMatchObject(wrong(/^DATA_DIR: \/proc cannot be used/, /another DATA_DIR/));
  });

  it('store: a lock that cannot be opened is named', async () => {
    const lock = join(clinic.env.DATA_DIR!, 'recado.lock');
    mkdirSync(lock);
    const { store } = await clinic.examine();
    expect(store).toMatchObject(wrong(/^DATA_DIR: .*recado\.lock cannot be opened/, /./));
    rmdirSync(lock);
  });

  it('store: of a newer version; damaged within; not a database', async () => {
    const file = join(clinic.env.DATA_DIR!, 'recado.sqlite');
    const whole = readFileSync(file);
    const version = (n: number) => Buffer.from(whole).fill(n, 63, 64);
    writeFileSync(file, version(99));
    expect((await clinic.examine()).store).toMatchObject(wrong(/newer Recado/, /Start that one/));
    const holed = Buffer.from(whole).fill(0xee, 4096, 3 * 4096);
    for (const damaged of [holed, 'This is not a database. '.repeat(100)]) {
      writeFileSync(file, damaged);
      const { store, secret_key } = await clinic.examine();
      expect(store).toMatchObject(wrong(/recado\.sqlite is damaged/, /put back a backup/));
      expect(secret_key).toMatchObject(skipped(/no store/));
      const auto = { SIMULATOR: 'auto', TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' };
      if (damaged !== holed)
        expect((await clinic.examine(auto)).store).toMatchObject(wrong(/is damaged/, /backup/));
    }
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

  it.each([
    [
      'a web server',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>',
      /HTTP 200, text\/html/,
    ],
    ['one that wants a sign-in', 'HTTP/1.1 401 Unauthorized\r\n\r\n', /answers HTTP 401$/],
    ['one that redirects', 'HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n', /HTTP 302/],
    ['one of another protocol', 'SSH-2.0-OpenSSH_9.2p1\r\n', /speaks no HTTP/],
    ['one that hangs up', '', /speaks no HTTP/],
  ])('process: another program has the port: %s', async (_, says, detail) => {
    const port = await clinic.listen((socket) => socket.once('data', () => socket.end(says)));
    const found = await clinic.examine({ PORT: port });
    expect(found.process).toMatchObject(wrong(detail, /Stop it.*or set another PORT/));
    expect(found.process.detail).toMatch(/^another program has http:\/\/127\.0\.0\.1:\d+/);
  });

  it('process: a program that gives no answer, which is waited for once', async () => {
    let asked = 0;
    const port = await clinic.listen((socket) => socket.once('data', () => asked++));
    const { process } = await clinic.examine({ PORT: port, PUBLIC_URL: 'http://127.0.0.1:1' });
    expect(process).toMatchObject(wrong(/takes connections and gives no answer/, /another PORT/));
    expect(asked).toBe(1);
  });

  it('store: a MongoDB that is away; what the process cannot say then is not checked', async () => {
    const where = '127.0.0.1:1/recado?serverSelectionTimeoutMS=500';
    const MONGODB_URI = `mongodb://who:password-of-who@${where}`;
    await clinic.start({ MONGODB_URI });
    const found = await clinic.examine({ MONGODB_URI });
    expect(found).toMatchObject({
      process: wrong(/not ready: store cannot be written/, /log/),
      store: wrong(/^mongodb:\/\/127.0.0.1:1\/recado: .*reached: ECONNREFUSED/, /host and port/),
      admin_token: skipped(/^in ADMIN_TOKEN; not checked: the process is not ready/),
      secret_key: skipped(/no store/),
      webhook: skipped(/not checked: .*HTTP 503, as the process is not ready: store/),
    });
  });
});
