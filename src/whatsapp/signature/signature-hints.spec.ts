import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { expect, it } from 'vitest';
import { SignatureHints } from './signature-hints.js';
import { variants } from './signature-variants.js';
import { SignedUrls } from './signed-urls.js';

const TOKEN = 'the-token';
const PATH = '/api/v1/whatsapp/webhook';
const FORM = { From: 'whatsapp:+15005550006', Body: ['b', 'a', 'b'], AccountSid: 'AC1' };

interface Case {
  publicUrl?: string;
  path?: string;
  headers?: Record<string, string>;
  token?: string;
}

/** The hint for a request that Twilio signed for `url`. */
function hint(url: string, given: Case = {}) {
  const { publicUrl = 'https://bot.example.com', path = PATH, headers = {}, token } = given;
  return new SignatureHints().byAll({
    publicUrl,
    path,
    headers,
    form: FORM,
    signature: getExpectedTwilioSignature(token ?? TOKEN, url, FORM),
    urls: new SignedUrls(publicUrl).of(path),
    signers: [
      { secret: TOKEN, algorithm: 'HMAC_SHA1', name: 'the auth token' },
      { secret: 'older', algorithm: 'HMAC_SHA1', name: 'the previous auth token', cure: 'set it' },
    ],
  });
}

it.each<[string, string, Case, string]>([
  ['the scheme', `http://bot.example.com${PATH}`, {}, 'scheme http'],
  [
    'the host, by Host',
    `https://abc.example.net${PATH}`,
    { headers: { host: 'abc.example.net' } },
    'host abc.example.net (Host)',
  ],
  [
    'the host, by X-Forwarded-Host',
    `https://abc.example.net${PATH}`,
    { headers: { 'x-forwarded-host': 'abc.example.net, inner' } },
    'host abc.example.net (X-Forwarded-Host)',
  ],
  [
    'the host and the scheme',
    `http://abc.example.net${PATH}`,
    { headers: { host: 'abc.example.net' } },
    'scheme http; host abc.example.net (Host)',
  ],
  [
    'a port too many',
    `https://bot.example.com${PATH}`,
    { publicUrl: 'https://bot.example.com:8443' },
    'without the port',
  ],
  [
    'a port that a proxy tells',
    `https://bot.example.com:8443${PATH}`,
    { headers: { 'x-forwarded-port': '8443' } },
    'port 8443 (X-Forwarded-Port)',
  ],
  [
    'a prefix too many',
    `https://bot.example.com${PATH}`,
    { publicUrl: 'https://bot.example.com/bot' },
    'without the path prefix /bot',
  ],
  [
    'a prefix that a proxy tells',
    `https://bot.example.com/bot${PATH}`,
    { headers: { 'x-forwarded-prefix': '/bot/' } },
    'path prefix /bot (X-Forwarded-Prefix)',
  ],
  [
    'the query, encoded otherwise',
    `https://bot.example.com${PATH}?a=b%20c`,
    { path: `${PATH}?a=b+c` },
    'the query encoded anew',
  ],
  [
    'the token',
    `https://bot.example.com${PATH}`,
    { token: 'older' },
    'signed with the previous auth token',
  ],
])('finds %s', (_, url, given, what) => {
  expect(hint(url, given)).toMatch(`It fits ${url.split('?')[0]} (${what}): `);
});

it('says what to do', () => {
  expect(hint(`https://abc.example.net${PATH}`, { headers: { host: 'abc.example.net' } })).toBe(
    `It fits https://abc.example.net${PATH} (host abc.example.net (Host)): ` +
      'make PUBLIC_URL https://abc.example.net, or give Twilio the address that diag shows.',
  );
});

it('says nothing where nothing fits', () => {
  expect(hint(`https://elsewhere.example.org${PATH}`)).toBeUndefined();
  expect(hint(`https://bot.example.com${PATH}`, { token: 'unknown' })).toBeUndefined();
});

it('tries a bounded number of addresses, and none that is no address', () => {
  const headers = {
    host: 'a.example.com:81',
    'x-forwarded-host': 'b.example.com:82',
    'x-forwarded-port': '83',
    'x-forwarded-prefix': '/p/q',
  };
  expect(variants('https://bot.example.com:84/bot', `/bot${PATH}?a=b+c`, headers)).toHaveLength(64);
  const insane = { host: 'evil.example/?', 'x-forwarded-port': '1e3', 'x-forwarded-prefix': '<b>' };
  const tried = variants('https://bot.example.com', PATH, insane).map(({ url }) => url);
  expect(tried.filter((url) => !url.includes('://bot.example.com'))).toEqual([]);
  expect(tried.join()).not.toMatch(/<b>|1e3|evil/);
});

it('makes a few tries for every request, whatever its headers and however many keys there are', () => {
  const keys = Array.from({ length: 10 }, (_, n) => `k${n}`);
  const few = new SignatureHints().few({
    publicUrl: 'https://bot.example.com:84/bot',
    path: `${PATH}?a=b+c`,
    headers: { host: 'a.example.com:81', 'x-forwarded-host': 'b.example.com:82' },
    form: FORM,
    signature: `${'A'.repeat(43)}=`,
    urls: ['https://bot.example.com:84/bot'],
    signers: keys.map((name) => ({ secret: name, algorithm: 'HMAC_SHA256', name })),
  });
  expect(few).toHaveLength(26);
});
