import { expect, it } from 'vitest';
import { Env } from '../env/env.js';
import { Endpoints } from './endpoints.js';

const simulated = { accountSid: 'AC1', authToken: 'token', from: 'whatsapp:+14155238886' };
const env = (values: Partial<Env> = {}) => Object.assign(new Env(), values);

it('takes the public address as it is told, with its path', () => {
  const { webhookUrl, statusCallbackUrl } = new Endpoints(
    env({ PUBLIC_URL: 'https://example.com/bot' }),
  );
  expect(webhookUrl).toBe('https://example.com/bot/api/v1/whatsapp/webhook');
  expect(statusCallbackUrl).toBe('https://example.com/bot/api/v1/whatsapp/status');
});

it('is localhost and the port that the system chose, when nothing is told', () => {
  const endpoints = new Endpoints(env({ PORT: 0 }), simulated);
  endpoints.listensOn(4321);
  expect(endpoints.publicUrl).toBe('http://localhost:4321');
  expect(endpoints.twilioApiBase).toBe('http://127.0.0.1:4321/simulator');
  expect(endpoints.twilioMessagingApiBase).toBe('http://127.0.0.1:4321/simulator');
});

it('asks Twilio for callbacks only where it can call', () => {
  const callback = (values: Partial<Env>) => new Endpoints(env(values)).statusCallbackUrl;
  expect(callback({})).toBeUndefined();
  expect(callback({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toBeUndefined();
  expect(callback({ TWILIO_API_BASE: 'http://127.0.0.1:3001' })).toBeDefined();
  expect(callback({ PUBLIC_URL: 'https://example.com' })).toBeDefined();
  expect(new Endpoints(env(), simulated).statusCallbackUrl).toBeDefined();
});

it.each([
  'https://10.0.0.7',
  'https://192.168.1.2:8443/bot',
  'http://[fd00::1]',
  'https://bot.local',
  'https://recado.internal',
  'http://recado',
])('asks a Twilio on the public internet for no callbacks at %s', (PUBLIC_URL) => {
  expect(new Endpoints(env({ PUBLIC_URL })).statusCallbackUrl).toBeUndefined();
  const inside = env({ PUBLIC_URL, TWILIO_API_BASE: 'http://twilio-emulator:3001' });
  expect(new Endpoints(inside).statusCallbackUrl).toBeDefined();
});

it('reaches itself where it listens', () => {
  const local = (HOST: string) => new Endpoints(env({ HOST })).localUrl;
  expect(local('0.0.0.0')).toBe('http://127.0.0.1:3000');
  expect(local('::')).toBe('http://127.0.0.1:3000');
  expect(local('::1')).toBe('http://[::1]:3000');
  expect(local('localhost')).toBe('http://localhost:3000');
});

it('knows other hosts of Twilio beside the API, or else that address itself', () => {
  const bases = (values: Partial<Env>, simulator?: typeof simulated) => {
    const { twilioMonitorBase, twilioWebhooksBase } = new Endpoints(env(values), simulator);
    return [twilioMonitorBase, twilioWebhooksBase];
  };
  expect(bases({})).toEqual(['https://monitor.twilio.com', 'https://webhooks.twilio.com']);
  const [region] = bases({ TWILIO_API_BASE: 'https://api.dublin.ie1.twilio.com' });
  expect(region).toBe('https://monitor.dublin.ie1.twilio.com');
  const others = ['http://127.0.0.1:3001', 'https://api.twilio.com.example.net', 'https://x.org/a'];
  for (const other of others) expect(bases({ TWILIO_API_BASE: other })).toEqual([other, other]);
  expect(bases({}, simulated)).toEqual(Array(2).fill('http://127.0.0.1:3000/simulator'));
});
