import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoundedRequestClient } from './bounded-request.client.js';

const API = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json';
const closing: (() => void)[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) close();
});

async function listening(server: net.Server): Promise<string> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => (server.close(), sockets.forEach((socket) => socket.destroy())));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function client(base: string, messaging = base): BoundedRequestClient {
  const bases = { 'api.twilio.com': base, 'messaging.twilio.com': messaging };
  const made = new BoundedRequestClient(() => bases);
  closing.push(() => made.close());
  return made;
}

function post(made: BoundedRequestClient, uri = API, timeout = 10_000) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const data = { Body: 'á&b', To: 'whatsapp:+15005550006' };
  const auth = { username: 'AC1', password: 'secret' };
  return made.request({ method: 'post', uri, headers, data, timeout, ...auth });
}

describe('where requests go', () => {
  it('maps Twilio’s hosts to their bases, with a path prefix', async () => {
    const seen: string[] = [];
    const server = http.createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      request.on('data', (data: Buffer) => seen.push(data.toString()));
      request.on('end', () => response.writeHead(201).end('{"sid":"SM1"}'));
    });
    const base = `http://${await listening(server)}`;
    const made = client(`${base}/simulator`, `${base}/messaging`);
    expect(await post(made, `${API}?a=b`)).toMatchObject({ statusCode: 201, body: { sid: 'SM1' } });
    await post(made, 'https://messaging.twilio.com/v2/Indicators/Typing.json');
    const basic = `Basic ${Buffer.from('AC1:secret').toString('base64')}`;
    const form = 'Body=%C3%A1%26b&To=whatsapp%3A%2B15005550006';
    expect(seen).toEqual([
      `POST /simulator/2010-04-01/Accounts/AC1/Messages.json?a=b ${basic}`,
      form,
      `POST /messaging/v2/Indicators/Typing.json ${basic}`,
      form,
    ]);
  });

  it.each([
    'https://example.com/2010-04-01',
    'https://api.twilio.com.example.com/',
    'https://api.twilio.com:8443/',
    'http://api.twilio.com/',
    'https://api.dublin.ie1.twilio.com/',
    'https://lookups.twilio.com/',
    'https://user@example.com/',
  ])('refuses %s', async (uri) => {
    let called = false;
    const base = `http://${await listening(http.createServer(() => (called = true)))}`;
    await expect(post(client(base), uri)).rejects.toMatchObject({ sent: false });
    expect(called).toBe(false);
  });

  it('follows no redirect', async () => {
    let elsewhere = false;
    const other = await listening(http.createServer(() => (elsewhere = true)));
    const redirecting = http.createServer((_, response) =>
      response.writeHead(307, { Location: `http://${other}/` }).end(),
    );
    const made = client(`http://${await listening(redirecting)}`);
    expect(await post(made)).toMatchObject({ statusCode: 307 });
    expect(elsewhere).toBe(false);
  });

  it('takes no proxy from the environment', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) {
      vi.stubEnv(name, 'http://127.0.0.1:1');
    }
    const server = http.createServer((_, response) => response.writeHead(201).end('{}'));
    const made = client(`http://${await listening(server)}`);
    expect(await post(made)).toMatchObject({ statusCode: 201 });
  });
});

describe('without an answer', () => {
  const failure = (base: string, timeout?: number) =>
    post(client(base), API, timeout).then(
      () => expect.fail('should have failed'),
      (error: { name: string; sent: boolean; message: string }) => error,
    );

  it('was not sent when nothing listens', async () => {
    const base = await listening(net.createServer());
    closing.splice(0).forEach((close) => close());
    expect(await failure(`http://${base}`)).toMatchObject({ name: 'NoAnswer', sent: false });
  });

  it('was not sent when the name is unknown', async () => {
    expect(await failure('http://nowhere.invalid')).toMatchObject({ sent: false });
  });

  it('was not sent when TLS fails', async () => {
    const plain = await listening(http.createServer());
    expect(await failure(`https://${plain}`)).toMatchObject({ sent: false });
  });

  it('was not sent when TLS is not done in time', async () => {
    const silent = await listening(net.createServer());
    expect(await failure(`https://${silent}`, 200)).toMatchObject({ sent: false });
  });

  it('may have been sent when the answer does not come in time', async () => {
    const hanging = http.createServer(() => undefined);
    const error = await failure(`http://${await listening(hanging)}`, 200);
    expect(error).toMatchObject({ sent: true, message: expect.not.stringContaining('secret') });
  });

  it('may have been sent when the answer drips without end', async () => {
    const dripping = http.createServer((_, response) => {
      response.writeHead(201);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failure(`http://${await listening(dripping)}`, 300)).toMatchObject({ sent: true });
  });

  it('may have been sent when the connection is cut', async () => {
    const cutting = http.createServer((request) => request.socket.destroy());
    expect(await failure(`http://${await listening(cutting)}`)).toMatchObject({ sent: true });
  });

  it('may have been sent when the answer is endless', async () => {
    const server = http.createServer((_, response) => {
      response.writeHead(201);
      const more = () => response.write('x'.repeat(64 * 1024), () => setImmediate(more));
      more();
      response.on('error', () => undefined);
    });
    const error = await failure(`http://${await listening(server)}`);
    expect(error).toMatchObject({ sent: true, message: expect.stringContaining('more than') });
  });

  it('may have been sent when a kept connection is cut', async () => {
    let requests = 0;
    const server = http.createServer((request, response) => {
      if (++requests === 1) response.writeHead(201).end('{}');
      else request.socket.destroy();
    });
    const made = client(`http://${await listening(server)}`);
    await post(made);
    await expect(post(made)).rejects.toMatchObject({ sent: true });
  });
});
