import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { ok, wrong } from '../support/doctor/findings.js';
import { Clinic } from '../support/doctor/clinic.js';

/** Reserved for documentation (RFC 5737): not loopback, and nobody is there. */
const ELSEWHERE = 'http://192.0.2.1';

const nowhere = async () => `http://127.0.0.1:${await freePort()}`;

let clinic: Clinic;

describe('a Recado that Twilio must reach', () => {
  beforeAll(async () => {
    clinic = await Clinic.open();
    await clinic.start();
  });
  afterAll(() => clinic.close());

  it('public_url: an address of this machine, told to a Twilio elsewhere', async () => {
    const { public_url } = await clinic.examine({ TWILIO_API_BASE: ELSEWHERE });
    expect(public_url).toMatchObject(wrong(/of this machine only/, /tunnel/));
  });

  it.each([
    ['nobody', 0, {}, wrong(/ECONNREFUSED/, /Start Recado/)],
    ['a redirect', 301, { location: `${ELSEWHERE}/x?y=1` }, wrong(/\(HTTP 301\) to .*\/x$/, /end/)],
    ['a proxy alone', 502, {}, wrong(/HTTP 502.*no answer/, /whether Recado runs/)],
    ['a sign-in', 401, {}, wrong(/HTTP 401.*sign-in/, /without one/)],
    ['another server', 200, { 'content-type': 'text/html' }, wrong(/200, text\/html/, /name/)],
  ])('public_url: %s answers', async (_, status, headers, finding) => {
    const front = await clinic.serve((_request, response) => {
      response.writeHead(status, headers as Record<string, string>).end('<p>');
    });
    const { public_url } = await clinic.examine({ PUBLIC_URL: status ? front : await nowhere() });
    expect(public_url).toMatchObject(finding);
  });

  it('public_url: https where plain HTTP is spoken', async () => {
    const PUBLIC_URL = clinic.address.replace('http://127.0.0.1', 'https://localhost');
    const { public_url } = await clinic.examine({ PUBLIC_URL });
    expect(public_url).toMatchObject(
      wrong(/localhost:\d+: no TLS is spoken there: \w+: wrong version number$/, /plain HTTP/),
    );
  });

  it('webhook: the process has another PUBLIC_URL, or another token', async () => {
    const front = await clinic.serve(passingTo(clinic.env.PORT!));
    const { webhook } = await clinic.examine({ PUBLIC_URL: front });
    const theirs = /403: the process takes http:\/\/localhost:\d+\/api\/v1\/whatsapp\/webhook for/;
    expect(webhook).toMatchObject(wrong(theirs, /PUBLIC_URL=/));
    const token = await clinic.examine({ TWILIO_AUTH_TOKEN: 'f'.repeat(32) });
    expect(token.webhook).toMatchObject(wrong(/403: the signature is refused: the sign/, /same/));
  });

  it('webhook: the proxy keeps back the header of SharedKeys', async () => {
    const pass = passingTo(clinic.env.PORT!);
    const front = await clinic.serve((asked, response) => {
      delete asked.headers['x-twilio-webhooks-signature-settings'];
      pass(asked, response);
    });
    const keys = { TWILIO_SHARED_KEYS: 'k1=a-secret-of-a-key' };
    await clinic.start({ ...keys, PUBLIC_URL: front });
    const { webhook } = await clinic.examine({ ...keys, PUBLIC_URL: front });
    expect(webhook).toMatchObject(wrong(/403 to what SharedKey k1 signed/, /pass on X-Twilio/));
    await clinic.start(keys);
    expect((await clinic.examine(keys)).webhook).toMatchObject(ok(/and by a SharedKey$/));
  });

  it('webhook: the proxy changes the way', async () => {
    const front = await clinic.serve((request, response) => {
      if (request.method === 'GET') passingTo(clinic.env.PORT!)(request, response);
      else response.writeHead(404, { 'content-type': 'text/plain' }).end();
    });
    const { webhook } = await clinic.examine({ PUBLIC_URL: front });
    expect(webhook).toMatchObject(wrong(/HTTP 404, text\/plain.*400/, /proxy/));
  });
});

describe('a Recado behind a proxy with a path prefix', () => {
  beforeAll(async () => (clinic = await Clinic.open()));
  afterAll(() => clinic.close());

  it('finds nothing wrong', async () => {
    clinic.env.PUBLIC_URL = `${await clinic.serve(passingTo(clinic.env.PORT!, '/bot'))}/bot`;
    await clinic.start();
    const { public_url, webhook } = await clinic.examine();
    expect([public_url.status, webhook.status]).toEqual(['ok', 'ok']);
  });

  it('webhook: the process plays Twilio itself', async () => {
    await clinic.start({ SIMULATOR: 'on' });
    const { webhook } = await clinic.examine();
    expect(webhook).toMatchObject(
      wrong(/its Twilio at .*\/simulator, and here/, /Start the process/),
    );
  });

  it('webhook: the process has no account', async () => {
    await clinic.start({ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' });
    const { webhook } = await clinic.examine();
    expect(webhook).toMatchObject(wrong(/HTTP 503/, /Start the process again/));
  });
});

/** A reverse proxy that takes a prefix off. */
function passingTo(port: string, prefix = '') {
  return (asked: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = asked;
    const path = asked.url!.slice(prefix.length);
    const passed = request({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed);
  };
}
