import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { twilioAt } from '../../test/support/twilio/emulator.js';
import { WebhookReceiver } from '../../test/support/twilio/webhook-receiver.js';
import { Env } from '../env/env.js';
import { ConsoleSessions } from '../http/admin/console-sessions.js';
import { TokenHolders } from '../http/admin/token-holders.js';
import { onlyHolderOf } from '../../test/support/things.js';
import { HttpModule } from '../http/http.module.js';
import { useHttp } from '../http/use-http.js';
import { SimulatorModule } from './simulator.module.js';
import { locally, type SimulatorOptions } from './simulator.options.js';

const PUBLIC = 'https://bot.example.com/recado';
const account = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'token' };
let app: NestExpressApplication;
let receiver: WebhookReceiver;
let address: string;

const options: SimulatorOptions = {
  ...account,
  from: 'whatsapp:+14155238886',
  address: () => `${address}/simulator`,
  webhookUrl: () => `${PUBLIC}/api/v1/whatsapp/webhook`,
  route: locally(
    () => PUBLIC,
    () => receiver.address,
  ),
};

@Global()
@Module({
  providers: [
    { provide: Env, useValue: Object.assign(new Env(), { ADMIN_TOKEN: 'admin' }) },
    { provide: ConsoleSessions, useValue: { find: () => Promise.resolve() } },
    { provide: TokenHolders, useValue: onlyHolderOf('admin') },
  ],
  exports: [Env, ConsoleSessions, TokenHolders],
})
class EnvModule {}

@Module({ imports: [EnvModule, HttpModule, SimulatorModule.register(options)] })
class AppModule {}

beforeAll(async () => {
  receiver = await WebhookReceiver.listen();
  app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bodyParser: false,
    logger: false,
  });
  useHttp(app);
  const server: Server = await app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

const admin = () =>
  request(address).post('/simulator/control/messages').auth('admin', { type: 'bearer' });

it('asks for the admin token on control, and for the account on the API', async () => {
  await request(address).get('/simulator/control/messages').expect(401);
  await request(address).delete('/simulator/control').expect(401);
  await request(address).get('/control/messages').expect(404);
  const client = twilioAt(`${address}/simulator`, account.accountSid, account.authToken);
  expect((await client.api.v2010.accounts(account.accountSid).fetch()).status).toBe('active');
  const stranger = twilioAt(`${address}/simulator`, account.accountSid, 'wrong');
  await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
});

it('posts to this machine what it signs for the public address', async () => {
  await admin().send({ from: '+12025550123', body: 'Hi' }).expect(200);
  const { path, headers, form } = receiver.received.at(-1)!;
  expect(path).toBe('/api/v1/whatsapp/webhook');
  const given = headers['x-twilio-signature'] as string;
  expect(twilio.validateRequest(account.authToken, given, options.webhookUrl(), form)).toBe(true);

  const client = twilioAt(options.address(), account.accountSid, account.authToken);
  const statusCallback = `${PUBLIC}/api/v1/whatsapp/status?a=1`;
  const to = 'whatsapp:+12025550123';
  await client.messages.create({ to, from: options.from, body: 'Hi', statusCallback });
  const [callback] = await receiver.until(1, (each) => each.path.includes('/status'));
  expect(callback.path).toBe('/api/v1/whatsapp/status?a=1');
  const signed = callback.headers['x-twilio-signature'] as string;
  expect(twilio.validateRequest(account.authToken, signed, statusCallback, callback.form)).toBe(
    true,
  );
});

it('goes elsewhere with what is not the public address', () => {
  const route = locally(
    () => 'https://bot.example',
    () => 'http://127.0.0.1:3000',
  );
  expect(route('https://bot.example/a?b')).toBe('http://127.0.0.1:3000/a?b');
  expect(route('https://bot.example.org/a')).toBe('https://bot.example.org/a');
});

it('is refused to a page that calls this machine by its own name', async () => {
  await admin().set('Host', 'evil.example').send({ from: '+12025550123' }).expect(403);
});

it('takes files that are larger than the other requests may be', async () => {
  const base64 = Buffer.alloc(1024 * 1024).toString('base64');
  const media = [{ content_type: 'image/png', base64 }];
  await admin().send({ from: '+12025550123', media }).expect(200);
});
