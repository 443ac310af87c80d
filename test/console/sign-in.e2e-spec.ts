import { expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { aCode, Visitor } from './visitor.js';

const SESSION = '/api/v1/session';
const HOUR = 3_600_000;

withApp('signing in', {}, (app) => {
  it('by a link, by the token, and out again', async () => {
    for (const [by, proof] of [
      ['link', { code: await aCode(app()) }],
      ['token', { token: ADMIN_TOKEN }],
    ] as const) {
      const visitor = new Visitor(app());
      await visitor.read(SESSION).expect(401);
      const { body } = await visitor.signIn(proof).expect(201);
      expect(body).toMatchObject({ signed_in_by: by, simulator: false, language: 'auto' });
      const hours = (Date.parse(body.expires_at) - Date.now()) / HOUR;
      expect(hours).toBeGreaterThan(11.9);
      expect(hours).toBeLessThanOrEqual(12);
      expect((await visitor.read(SESSION).expect(200)).body).toEqual(body);
      await visitor.read('/api/v1/failures').expect(200).expect('Cache-Control', 'no-store');
      await visitor.ask('put', '/api/v1/bot/config', {}).expect(200);
      const out = await visitor.ask('delete', SESSION).expect(204);
      expect(out.get('Set-Cookie')).toEqual([expect.stringMatching(/^recado_session=;.*1970/)]);
      await visitor.read(SESSION).expect(401);
      await visitor.read('/api/v1/failures').expect(401);
    }
  });

  it('tells who comes by the token itself, who has nothing to sign out of', async () => {
    const { body } = await app().admin('get', SESSION).expect(200);
    expect(body).toMatchObject({ signed_in_by: 'bearer', expires_at: null });
    await app().admin('delete', SESSION).expect(204);
    await app().admin('get', SESSION).expect(200);
  });

  it('gives a cookie that no script reads and no other site has sent', async () => {
    const answer = await new Visitor(app()).signIn({ token: ADMIN_TOKEN });
    const [cookie] = answer.get('Set-Cookie')!;
    const [pair, ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^recado_session=[\w-]{43}$/);
    expect(attributes.filter((one) => !one.startsWith('Expires=')).sort()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('takes neither a wrong proof, nor none, nor two', async () => {
    const visitor = new Visitor(app());
    const both = { code: await aCode(app()), token: ADMIN_TOKEN };
    for (const proof of [{}, both]) {
      const { body } = await visitor.signIn(proof).expect(400);
      expect(body.errors).toEqual([{ field: 'code', message: expect.any(String) }]);
    }
    for (const proof of [{ token: `${ADMIN_TOKEN}x` }, { token: '' }, { code: 'x' }]) {
      const { headers } = await visitor.signIn(proof).expect(401);
      expect([headers['set-cookie'], headers['www-authenticate']]).toEqual([
        undefined,
        'Bearer realm="recado"',
      ]);
    }
    expect(visitor.cookie).toBeUndefined();
    await visitor.signIn({ code: both.code }).expect(201);
  });

  it('again ends the session that the browser had', async () => {
    const visitor = await Visitor.signedIn(app());
    const { cookie } = visitor;
    await visitor.signIn({ token: ADMIN_TOKEN }).expect(201);
    await visitor.read(SESSION).expect(200);
    await visitor.read(SESSION, { Cookie: cookie }).expect(401);
  });

  it('makes no link for who has signed in, and sends no test message', async () => {
    const visitor = await Visitor.signedIn(app());
    await visitor.ask('post', `${SESSION}/link`).expect(401);
    const test = '/api/v1/whatsapp/send-test?to=whatsapp:%2B12025550123';
    await visitor.ask('post', test).expect(401);
    await visitor.read(test).expect(401);
    await visitor.read('/api/v1/whatsapp/diag').expect(200);
  });

  it('is not asked where the request brings a token of its own', async () => {
    const visitor = await Visitor.signedIn(app());
    for (const wrong of ['Bearer wrong', 'Basic eDp4', ''])
      await visitor.read(SESSION, { Authorization: wrong }).expect(401);
  });

  it('knows the cookie among others, and none of another form', async () => {
    const visitor = await Visitor.signedIn(app());
    const { cookie } = visitor;
    const known = [`a=b; ${cookie}`, `${cookie};c=d`, `x_recado_session=y; ${cookie}`];
    for (const Cookie of known) await visitor.read(SESSION, { Cookie }).expect(200);
    const value = cookie!.split('=')[1];
    for (const Cookie of ['', '=', 'recado_session', 'recado_session=', `recado_session=${value}x`])
      await visitor.read(SESSION, { Cookie }).expect(401);
    for (const Cookie of [`x_recado_session=${value}`, `recado_session="${value}"`, `;;;${value}`])
      await visitor.read(SESSION, { Cookie }).expect(401);
  });
});
