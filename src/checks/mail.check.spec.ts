import { afterAll, beforeAll, expect, test } from 'vitest';
import { MailServer } from '../../test/support/announcing/mail-server.js';
import { Env } from '../env/env.js';
import { mail } from './mail.check.js';

let server: MailServer;
beforeAll(async () => {
  server = await MailServer.start({ name: 'recado@shop.example', password: 'a/b:c' });
});
afterAll(() => server.close());

const found = (SMTP_URL?: string) => mail({ env: Object.assign(new Env(), { SMTP_URL }) });

test('connects and signs in, and sends nothing', async () => {
  const who = 'recado%40shop.example:a%2Fb%3Ac@';
  expect(await found(server.address.replace('//', `//${who}`))).toMatchObject({ status: 'ok' });
  expect(server.took).toEqual([]);
});

test('says what is wrong, and nothing without a server', async () => {
  expect(await found()).toMatchObject({ status: 'skipped' });
  const wrong = await found(server.address.replace('//', '//recado:hunter2@'));
  expect(wrong).toMatchObject({
    status: 'wrong',
    detail: expect.stringMatching(/user or password/),
  });
  expect(await found('smtp://127.0.0.1:1')).toMatchObject({
    status: 'wrong',
    detail: expect.stringMatching(/127\.0\.0\.1:1 .*ECONNREFUSED/),
  });
});
