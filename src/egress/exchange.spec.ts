import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Web } from '../../test/support/web.js';

let web: Web;

beforeEach(async () => void (web = await Web.start()));
afterEach(() => web.close());

const fails = (call: Promise<unknown>, reason: string, message: RegExp) =>
  expect(call).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });

it.each([
  ['gzip', gzipSync('swollen')],
  ['br', brotliCompressSync('swollen')],
  ['identity', Buffer.from('swollen')],
])('decompresses %s', async (encoding, body) => {
  web.serve(body, { 'Content-Encoding': encoding });
  expect((await web.egress().get(web.at())).bytes.toString()).toBe('swollen');
});

describe('limits', () => {
  const bytes = 64 * 1024;
  const tooLarge = () =>
    fails(web.egress({ bytes }).get(web.at()), 'too-large', /more than 0.0625 MiB.*as files/);

  it('a body that says it is too large', async () => {
    web.answer = (_, response) =>
      void response.writeHead(200, { 'Content-Length': bytes + 1 }).write('x');
    await tooLarge();
  });

  it('a body that never ends', async () => {
    web.answer = (_, response) => {
      const more = () => response.write(Buffer.alloc(16 * 1024)) && setImmediate(more);
      response.on('drain', more);
      more();
    };
    await tooLarge();
  });

  it('a bomb: small on the way, large when it is decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(256 * bytes));
    expect(bomb.length).toBeLessThan(bytes);
    web.serve(bomb, { 'Content-Encoding': 'gzip' });
    await tooLarge();
  });

  it('one that is large on the way, and nothing when it is decompressed', async () => {
    const nothing = gzipSync('');
    const many = Buffer.concat(Array.from({ length: 2 * (bytes / nothing.length) }, () => nothing));
    web.serve(many, { 'Content-Encoding': 'gzip' });
    await tooLarge();
  });

  it('a server, a body and a look-up that take too long', async () => {
    const slow = { timeoutMs: 50 };
    web.answer = () => undefined;
    await fails(web.egress(slow).get(web.at()), 'too-slow', /more than 0.05 s/);
    web.answer = (_, response) => void response.write('a beginning');
    await fails(web.egress(slow).get(web.at()), 'too-slow', /more than 0.05 s/);
    const resolve = () => new Promise<never>(() => undefined);
    await fails(web.egress({ ...slow, resolve }).get(web.at()), 'too-slow', /more than 0.05 s/);
  });

  it('headers of more than 16 KiB', async () => {
    web.serve('', { 'X-Long': 'x'.repeat(17_000) });
    await fails(web.egress().get(web.at()), 'unreachable', /more than 16 KiB/);
  });

  it('the caller who hangs up', async () => {
    const gone = new AbortController();
    web.answer = () => gone.abort();
    await fails(
      web.egress().get(web.at(), { signal: gone.signal }),
      'unreachable',
      /no whole answer/,
    );
  });
});

describe('what goes wrong on the other side', () => {
  it('no such name', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const call = web.egress({ resolve }).get(web.at());
    await fails(call, 'unreachable', /^shop.example is not known: see/);
  });

  it('no TLS, no HTTP, nobody', async () => {
    await fails(web.egress().get(web.at().replace('http:', 'https:')), 'unreachable', /^shop/);
    const other = createServer((socket) => void socket.resume().end('SSH-2.0\r\n\r\n'));
    await new Promise<void>((done) => void other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const there = () => web.egress({ ports: new Set([port]) }).get(`http://shop.example:${port}/`);
    await fails(there(), 'unreachable', /speaks no HTTP/);
    await new Promise((done) => void other.close(done));
    await fails(there(), 'unreachable', /takes no connections/);
  });

  it('an error, and a body that breaks off', async () => {
    web.answer = (_, response) => void response.writeHead(404).end('no');
    await fails(web.egress().get(web.at()), 'status', /HTTP 404/);
    web.answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': 10 }).write('half');
      setImmediate(() => response.destroy());
    };
    await fails(web.egress().get(web.at()), 'unreachable', /no whole answer \(E\w+\)/);
  });

  it.each([
    ['gzip', 'plain', /cannot be decompressed/],
    ['br', 'plain', /cannot be decompressed/],
    ['gzip', gzipSync('cut off').subarray(0, 15), /cannot be decompressed/],
    ['lzma', 'x', /compression that nobody asked for/],
  ])('what %s cannot make out', async (encoding, body, message) => {
    web.serve(body, { 'Content-Encoding': encoding });
    await fails(web.egress().get(web.at()), 'unreachable', message);
  });
});
