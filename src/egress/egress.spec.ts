import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Web } from '../../test/support/web.js';
import { PUBLIC_INTERNET } from './egress.js';
import { whyNotPublic } from './public-address.js';

let web: Web;

beforeEach(async () => void (web = await Web.start()));
afterEach(() => web.close());

const refused = (message: RegExp, reason = 'refused') => ({
  name: 'EgressError',
  reason,
  message: expect.stringMatching(message),
});

it('comes with its type and its last address; nothing but the address goes out', async () => {
  const sent: unknown[] = [];
  web.answer = ({ method, url, headers }, response) => {
    sent.push([method, headers.cookie, headers.authorization, headers.referer]);
    response.setHeader('Set-Cookie', 'a=b');
    if (url === '/old') response.writeHead(301, { location: '/new?a=1#part' }).end();
    else response.writeHead(200, { 'Content-Type': 'text/plain' }).end('found');
  };
  const { url, contentType, bytes } = await web.egress().get(web.at('/old#top'));
  const there = [web.at('/new?a=1'), 'text/plain', 'found'];
  expect([url, contentType, bytes.toString()]).toEqual(there);
  expect(web.asked).toEqual(['/old', '/new?a=1'].map((path) => `shop.example:${web.port} ${path}`));
  const bare = ['GET', undefined, undefined, undefined];
  expect(sent).toEqual([bare, bare]);
});

describe('what is refused before anything is sent', () => {
  it.each([
    ['', /no address/],
    ['shop.example', /no address/],
    ['/etc/passwd', /no address/],
    ['file:///etc/passwd', /not of file:/],
    ['ftp://shop.example/', /not of ftp:/],
    ['data:text/plain,hello', /not of data:/],
    ['gopher://shop.example/', /not of gopher:/],
    ['http://user@shop.example/', /name or a password/],
    ['http://:secret@shop.example/', /name or a password/],
    ['http://shop.example:22/', /port 22/],
    ['https://shop.example:6379/', /port 6379/],
    ['http://10.0.0.1/', /not public \(private\)/],
    ['http://127.0.0.2/', /loopback/],
    ['http://127.2/', /loopback/],
    ['http://2130706434/', /loopback/],
    ['http://0177.0.0.2/', /loopback/],
    ['http://0x7f.0.0.2/', /loopback/],
    ['http://0x7f000002/', /loopback/],
    ['http://１２７.0.0.2/', /loopback/],
    ['http://0/', /unspecified/],
    ['http://[::1]/', /loopback/],
    ['http://[::ffff:10.0.0.1]/', /private/],
    ['http://[64:ff9b::10.0.0.1]/', /private/],
    ['http://[fd00:ec2::254]/', /unique-local/],
    ['http://169.254.169.254/latest/meta-data/', /link-local/],
    ['http://168.63.129.16/', /metadata/],
  ])('%s', async (address, message) => {
    await expect(web.egress().get(address)).rejects.toMatchObject(refused(message));
    expect(web.asked).toEqual([]);
  });

  it('a name that leads to a private address, also beside a public one', async () => {
    for (const found of [['10.0.0.1'], ['8.8.8.8', '169.254.169.254'], ['::1']]) {
      const resolve = async () => found.map((address) => ({ address, family: 4 }));
      const leads = refused(/^shop\.example leads to an address that is not public/);
      await expect(web.egress({ resolve }).get(web.at())).rejects.toMatchObject(leads);
    }
    expect(web.asked).toEqual([]);
  });

  it("localhost, by the machine's own look-up", async () => {
    const machine = web.egress({ resolve: PUBLIC_INTERNET.resolve, whyNot: whyNotPublic });
    const local = machine.get(web.at('/', 'localhost'));
    await expect(local).rejects.toMatchObject(refused(/^localhost leads to .*loopback/));
    expect(web.asked).toEqual([]);
  });
});

describe('a redirect is checked like the first address', () => {
  it.each([
    ['http://10.0.0.1/', 'refused', /private/],
    ['//169.254.169.254/', 'refused', /link-local/],
    ['http://[::1]/', 'refused', /loopback/],
    ['http://shop.example:25/', 'refused', /port 25/],
    ['file:///etc/passwd', 'refused', /not of file:/],
    ['http://user:word@shop.example/', 'refused', /password/],
    ['/', 'unreachable', /redirects more than 5 times/],
    [undefined, 'unreachable', /doesn't say where/],
  ])('%s', async (location, reason, message) => {
    web.answer = (_, response) => void response.writeHead(302, location ? { location } : {}).end();
    await expect(web.egress().get(web.at())).rejects.toMatchObject(refused(message, reason));
    expect(web.asked).toHaveLength(location === '/' ? 6 : 1);
  });

  it('follows five', async () => {
    web.answer = ({ url }, response) => {
      const step = Number(url!.slice(1));
      if (step < 5) response.writeHead(307, { location: `/${step + 1}` });
      response.end(url);
    };
    expect((await web.egress().get(web.at('/0'))).bytes.toString()).toBe('/5');
  });
});

describe('a name that is public first and private then', () => {
  const rebinding = (answers: string[]) => async () => [{ address: answers.shift()!, family: 4 }];

  it('is looked up once: the address that was checked is connected to', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    await web.egress({ resolve: rebinding(answers) }).get(web.at());
    expect(web.asked).toHaveLength(1);
    expect(answers).toEqual(['127.0.0.2']);
  });

  it('is checked anew when it redirects to itself', async () => {
    web.answer = (_, response) => void response.writeHead(302, { location: '/then' }).end();
    const resolve = rebinding(['127.0.0.1', '127.0.0.2']);
    const call = web.egress({ resolve }).get(web.at());
    await expect(call).rejects.toMatchObject(refused(/loopback/));
    expect(web.asked).toHaveLength(1);
  });
});
