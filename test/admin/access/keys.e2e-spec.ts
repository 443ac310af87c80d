import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { Visitor } from '../../console/visitor.js';
import { TestApp } from '../../support/app.js';
import { aPhone } from '../../support/stores/mailboxes.js';
import { freshMongoUri } from '../../support/stores/stores.js';

const KEYS = '/api/v1/keys';
const TOKEN = 'the-stored-token-of-32-letters00'.replaceAll('-', '0');

/** What must work at every moment of a change: a stored secret is opened, and checks a signature. */
async function expectAtWork(node: TestApp, AccountSid: string): Promise<void> {
  const fields = { AccountSid, From: `whatsapp:${aPhone()}`, Body: 'hello' };
  await node.post(fields, { token: TOKEN }).expect(200);
  const { body } = await node.admin('get', KEYS).expect(200);
  expect(body.lost).toEqual([]);
}

describe('keys that Recado made, on sqlite', () => {
  let app: TestApp;
  let directory: string;
  const kept = (name: string) => readFileSync(join(directory, name), 'utf8').trim();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const own = { DATA_DIR: directory, SECRET_KEY: '', ADMIN_TOKEN: '' };
    app = await TestApp.start('sqlite', own);
  });
  afterEach(() => app.calm());
  afterAll(async () => {
    await app.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** What signed messages are answered, one after the other. */
  async function statusesUntil(over: AbortSignal): Promise<Set<number>> {
    const statuses = new Set<number>();
    while (!over.aborted) {
      const fields = { From: `whatsapp:${aPhone()}`, Body: 'x' };
      statuses.add((await app.post(fields, { token: TOKEN })).status);
    }
    return statuses;
  }

  it('are changed while messages come, and nobody notices', async () => {
    const token = kept('admin-token');
    const change = { twilio_auth_token: TOKEN };
    await app.admin('put', '/api/v1/bot/config', change, token).expect(200);
    const visitor = new Visitor(app);
    await visitor.signIn({ token }).expect(201);
    const before = kept('secret-key');
    const traffic = new AbortController();
    const seen = statusesUntil(traffic.signal);
    for (let n = 0; n < 3; n++)
      await app.admin('post', `${KEYS}/secret/rotation`, undefined, token).expect(200);
    traffic.abort();
    expect(await seen).toEqual(new Set([200]));
    expect(kept('secret-key')).not.toBe(before);
    const files = readdirSync(directory).filter((name) => name.startsWith('secret-key.until-'));
    expect(files).toHaveLength(3);
    expect(files.map((name) => kept(name))).toContain(before);
    for (const name of files) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
    await visitor.read('/api/v1/session').expect(200);
    const { body } = await app.admin('get', KEYS, undefined, token).expect(200);
    expect(body).toMatchObject({ secret_key_from: 'file', admin_token_from: 'file', lost: [] });
    expect(JSON.stringify(body)).not.toContain(before.slice(0, 12));
  });

  it('the admin token goes on for a day, or not at all', async () => {
    const [first, path] = [kept('admin-token'), `${KEYS}/admin/rotation`];
    const visitor = new Visitor(app);
    await visitor.signIn({ token: first }).expect(201);
    const { body } = await app.admin('post', path, {}, first).expect(200);
    const second = kept('admin-token');
    expect(second).not.toBe(first);
    expect(body).toMatchObject({ token: null, former: { scope: 'admin' } });
    for (const token of [first, second])
      await app.admin('get', '/api/v1/failures', undefined, token).expect(200);
    await visitor.read('/api/v1/session').expect(200);
    await app.admin('delete', `/api/v1/tokens/${body.former.id}`, undefined, second).expect(204);
    await app.admin('get', '/api/v1/failures', undefined, first).expect(401);
    await visitor.read('/api/v1/session').expect(401);
    const changed = await app.admin('post', path, { at_once: true }, second).expect(200);
    expect(changed.body.former).toBeNull();
    await app.admin('get', '/api/v1/failures', undefined, second).expect(401);
    await app.admin('get', '/api/v1/failures', undefined, kept('admin-token')).expect(200);
  });
});

describe.skipIf(!inject('mongo'))('keys of the environment, on several nodes', () => {
  const uri = freshMongoUri();
  const running: TestApp[] = [];
  const start = async (env: NodeJS.ProcessEnv) => {
    const node = await TestApp.start('mongo', { MONGODB_URI: uri, ...env });
    running.push(node);
    return node;
  };
  /** One node is started with another environment, then the one that it replaces stops. */
  const replace = async (node: TestApp, env: NodeJS.ProcessEnv, sid: string) => {
    const fresh = await start(env);
    for (const one of running) await expectAtWork(one, sid);
    running.splice(running.indexOf(node), 1);
    await node.close();
    return fresh;
  };
  afterAll(() => Promise.all(running.map((node) => node.close())));

  it('SECRET_KEY changes node by node, and each opens every secret at every moment', async () => {
    const [old, next] = [1, 2].map(() => randomBytes(32).toString('base64'));
    let nodes = [await start({ SECRET_KEY: old }), await start({ SECRET_KEY: old })];
    const sid = nodes[0].emulator.options.accountSid;
    const change = { twilio_auth_token: TOKEN, twilio_account_sid: sid };
    await nodes[0].admin('put', '/api/v1/bot/config', change).expect(200);
    const refused = await nodes[0].admin('post', `${KEYS}/secret/rotation`).expect(409);
    expect(refused.body.detail).toContain('npx recado keys rotate secret');
    for (const env of [
      { SECRET_KEY: old, SECRET_KEY_NEXT: next },
      { SECRET_KEY: next, SECRET_KEY_PREVIOUS: old },
      { SECRET_KEY: next },
    ]) {
      const fresh = [];
      for (const node of nodes) fresh.push(await replace(node, env, sid));
      nodes = fresh;
    }
    const { body } = await nodes[1].admin('get', KEYS).expect(200);
    expect(new Set(body.nodes.map((one: { secret_key: string }) => one.secret_key)).size).toBe(1);
    expect(body.nodes).toHaveLength(2);
    expect(body.nodes.filter((one: { own: boolean }) => one.own)).toHaveLength(1);
    // Eight times a whole Recado starts.
  }, 180_000);

  it('ADMIN_TOKEN changes node by node, and both count at every moment', async () => {
    const SECRET_KEY = randomBytes(32).toString('base64');
    const MONGODB_URI = freshMongoUri();
    const first = 'the-first-admin-token-of-these-nodes';
    const old = { SECRET_KEY, MONGODB_URI, ADMIN_TOKEN: first };
    const one = await start(old);
    const visitor = new Visitor(one);
    await visitor.signIn({ token: first }).expect(201);
    const { body } = await one.admin('post', `${KEYS}/admin/rotation`, {}, first).expect(200);
    const other = await start({ ...old, ADMIN_TOKEN: body.token });
    for (const node of [one, other])
      for (const token of [first, body.token as string])
        await expect
          .poll(async () => (await node.admin('get', KEYS, undefined, token)).status)
          .toBe(200);
    await new Visitor(other).read('/api/v1/session', { Cookie: visitor.cookie }).expect(200);
    const seen = await other.admin('get', KEYS, undefined, body.token as string).expect(200);
    const names = seen.body.nodes.map(({ admin_token }: { admin_token: string }) => admin_token);
    expect(names).toHaveLength(2);
    expect(seen.body.admin_token_next).toBe(body.admin_token);
    expect(names).toContain(body.admin_token);
    expect(new Set(names).size).toBe(2);
  });
});
