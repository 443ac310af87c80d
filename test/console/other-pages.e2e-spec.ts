import { beforeAll, expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { Visitor } from './visitor.js';

const SESSION = '/api/v1/session';
const CONFIG = '/api/v1/bot/config';
const PUBLIC = 'https://www.example.com';

withApp('another page in the same browser', {}, (app) => {
  let visitor: Visitor;
  beforeAll(async () => (visitor = await Visitor.signedIn(app())));
  const port = () => new URL(app().publicUrl).port;

  const FOREIGN = () => [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '' },
    { Origin: 'file://' },
    { Origin: 'http://127.0.0.1:1' },
    { Origin: `https://evil.example:${port()}`, Host: `evil.example:${port()}` },
    { Origin: `http://127.0.0.1:${port()}@evil.example` },
    { Origin: `http://0x7f.1:${port()}.evil.example` },
  ];

  it('changes nothing with the cookie that the browser sends along', async () => {
    const silent = [
      { Origin: undefined },
      { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' },
      { Origin: undefined, Referer: `${visitor.origin}/console/` },
    ];
    for (const headers of [...FOREIGN(), ...silent])
      for (const [method, path] of [
        ['put', CONFIG],
        ['post', '/api/v1/backups'],
        ['delete', SESSION],
      ] as const) {
        const { status, body } = await visitor.ask(method, path, undefined, headers);
        expect([method, headers, status]).toEqual([method, headers, 401]);
        expect(body.detail).toContain('own pages');
      }
    await visitor.read(SESSION).expect(200);
  });

  it('nor by a form, which has no origin to tell', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'])
      for (const Origin of ['null', undefined, 'https://evil.example'])
        await visitor
          .ask('post', '/api/v1/chat', undefined, { Origin, 'Content-Type': type })
          .send('text=Hello')
          .expect((answer) => expect([401, 415]).toContain(answer.status));
  });

  it('reads nothing', async () => {
    for (const headers of [
      ...FOREIGN(),
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
      { 'Sec-Fetch-Site': undefined },
    ]) {
      const { status, headers: said } = await visitor.read(CONFIG, headers);
      expect([headers, status]).toEqual([headers, 401]);
      expect(said).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' });
      expect(said['access-control-allow-origin']).toBeUndefined();
    }
    const preflight = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' };
    const { headers } = await visitor.ask('options' as 'get', CONFIG, undefined, preflight);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('shows none of ours in a frame', async () => {
    for (const path of ['/', '/docs', CONFIG]) {
      const { headers } = await visitor.read(path);
      expect([path, headers['content-security-policy']]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    }
  });

  it.each(['localhost', '[::1]', '127.0.0.1'])('a page at %s is ours', async (name) => {
    const own = new Visitor(app(), `http://${name}:8080`);
    await own.signIn({ token: ADMIN_TOKEN }).expect(201);
    await own.read(CONFIG).expect(200);
    await own.ask('put', CONFIG, {}).expect(200);
    // It isn't told where a read comes from only where browsers never tell it.
    await own.read(CONFIG, { 'Sec-Fetch-Site': undefined }).expect(401);
  });
});

withApp('the console at PUBLIC_URL', { PUBLIC_URL: `${PUBLIC}/bot` }, (app) => {
  it('is ours, whatever name the proxy gives the host; its cookie is for its path', async () => {
    const own = new Visitor(app(), PUBLIC);
    const proxied = { Host: 'recado:3000' };
    const answer = await own.signIn({ token: ADMIN_TOKEN }, proxied).expect(201);
    expect(answer.get('Set-Cookie')![0]).toMatch(
      /; Path=\/bot; .*HttpOnly; Secure; SameSite=Strict$/,
    );
    await own.read(CONFIG, proxied).expect(200);
    await own.ask('put', CONFIG, {}, proxied).expect(200);
    for (const Origin of ['http://www.example.com', 'https://example.com', `${PUBLIC}:8443`])
      await own.ask('put', CONFIG, {}, { ...proxied, Origin }).expect(401);
    const out = await own.ask('delete', SESSION, undefined, proxied).expect(204);
    expect(out.get('Set-Cookie')![0]).toContain('; Path=/bot;');
  });

  it('is where a link leads', async () => {
    const { body } = await app().admin('post', `${SESSION}/link`).expect(201);
    expect(body.url).toMatch(/^https:\/\/www\.example\.com\/bot\/console\/sign-in#code=/);
  });

  it('is still ours on this machine, where it has no path', async () => {
    const own = new Visitor(app(), 'http://localhost:3000');
    const answer = await own.signIn({ token: ADMIN_TOKEN }).expect(201);
    expect(answer.get('Set-Cookie')![0]).toMatch(/; Path=\/; .*HttpOnly; SameSite=Strict$/);
    await own.read(CONFIG).expect(200);
  });
});

const LAN = 'http://192.168.1.5:3000';
withApp('the console over plain HTTP in a network', { PUBLIC_URL: LAN }, (app) => {
  it('is ours; of a read the address asked for decides', async () => {
    const own = new Visitor(app(), LAN);
    const untold = { 'Sec-Fetch-Site': undefined };
    await own.signIn({ token: ADMIN_TOKEN }).expect(201);
    await own.read(CONFIG, untold).expect(200);
    await own.ask('put', CONFIG, {}).expect(200);
    for (const Host of ['192.168.1.5', 'evil.example:3000', '192.168.1.5:3001', 'localhost:3000'])
      await own.read(CONFIG, { ...untold, Host }).expect(401);
    await own.ask('put', CONFIG, {}, { Origin: undefined }).expect(401);
  });
});
