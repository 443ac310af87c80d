import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok, skipped, wrong } from '../../test/support/doctor/findings.js';
import { botConfig } from '../config/bot-config.js';
import { Endpoints } from '../config/endpoints.js';
import { Env } from '../env/env.js';
import type { Installation } from './installation.js';
import { webhook } from './webhook.check.js';

const CHALLENGE = { challenge: 'sealed', proof: 'word' };
const NO_SENDER = { status: 400, body: '{"errors":[{"field":"From"}]}' };

/** What the server at the public address answers: to the auth token's, and to a SharedKey's. */
let answers: { status: number; body?: string; proof?: string }[];
let forms: string[];
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (form: string) => forms.push(form));
    request.on('end', () => {
      const { status, body, proof } = answers.shift()!;
      response.writeHead(status, proof ? { 'X-Recado-Proof': proof } : {}).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function find(
  challenge: typeof CHALLENGE | undefined,
  said: typeof answers,
  more: Partial<Env> = {},
) {
  [answers, forms] = [said, []];
  const given = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'the-token' };
  const env = Object.assign(new Env(), given, { PUBLIC_URL: url }, more);
  const running = { diagnosis: async () => undefined, unready: async () => undefined };
  const [config, endpoints] = [botConfig({}, env), new Endpoints(env)];
  return webhook({ env, config, endpoints, running } as unknown as Installation, challenge);
}

it('takes a refusal for want of a sender for a right signature', async () => {
  expect(await find(undefined, [NO_SENDER])).toMatchObject(
    ok(/webhook accepts Twilio's signature$/),
  );
  expect(forms[0]).not.toMatch(/From=|RecadoChallenge/);
});

it('believes the proof alone where one is asked for', async () => {
  const came = [{ status: 204, proof: 'word' }];
  expect(await find(CHALLENGE, came)).toMatchObject(ok(/leads here, and accepts/));
  expect(forms[0]).toMatch(/&RecadoChallenge=sealed$/);
  expect(forms[0]).not.toContain('word');
  for (const other of [{ status: 204, proof: 'another' }, { status: 204 }])
    expect(await find(CHALLENGE, [other])).toMatchObject(wrong(/HTTP 204/, /proxy/));
});

it('knows another installation of the same account', async () => {
  expect(await find(CHALLENGE, [NO_SENDER])).toMatchObject(
    wrong(/another installation/, /messages arrive there, not here/),
  );
});

it('tries a SharedKey, too', async () => {
  const keys = { TWILIO_SHARED_KEYS: 'k1=a-secret-of-a-key' };
  const came = { status: 204, proof: 'word' };
  expect(await find(CHALLENGE, [came, came], keys)).toMatchObject(ok(/and by a SharedKey$/));
  expect(await find(CHALLENGE, [came, { status: 403 }], keys)).toMatchObject(
    wrong(/403 to what SharedKey k1 signed/, /pass on X-Twilio/),
  );
});

it('has nothing to sign with, or nobody to ask', async () => {
  const nobody = { TWILIO_AUTH_TOKEN: undefined };
  expect(await find(CHALLENGE, [], nobody)).toMatchObject(skipped(/no account to sign for/));
  const away = { PUBLIC_URL: 'http://127.0.0.1:9' };
  expect(await find(CHALLENGE, [], away)).toMatchObject(skipped(/gives no answer/));
});
