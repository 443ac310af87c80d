import { describe, expect, it } from 'vitest';
import { botConfig } from '../config/bot-config.js';
import { Endpoints } from '../config/endpoints.js';
import { Env } from '../env/env.js';
import { firstScreen } from './first-screen.js';

const sqlite = { kind: 'sqlite' as const, place: 'data/simulator/recado.sqlite' };
const simulated = { accountSid: 'AC1', authToken: 'not-shown', from: 'whatsapp:+14155238886' };
const account = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'never-on-a-screen',
  TWILIO_WHATSAPP_FROM: 'whatsapp:+15005550006',
};

function screen(
  values: Partial<Env>,
  inSimulator: boolean,
  storage = sqlite,
  withoutDocuments = false,
  link?: string,
) {
  const env = Object.assign(new Env(), values);
  const endpoints = new Endpoints(env, inSimulator ? simulated : undefined);
  const config = botConfig({}, env);
  if (inSimulator) config.twilioWhatsappFrom = simulated.from;
  return firstScreen({ version: '0.1.0', env, endpoints, storage, config, withoutDocuments, link });
}

describe('the first screen', () => {
  it('says in simulator mode what runs, what is missing, and how to ask', () => {
    const link = 'http://127.0.0.1:3000/console/sign-in#code=x';
    expect(screen({}, true, sqlite, false, link)).toBe(`
Recado 0.1.0 runs in simulator mode: no message reaches real WhatsApp.

  Address   http://127.0.0.1:3000
  API       http://127.0.0.1:3000/docs
  Store     SQLite, data/simulator/recado.sqlite
  WhatsApp  +14155238886, played by the simulator
  Answers   the best passage of the documents, word for word (OPENAI_API_KEY sets a model)

Open the console by this link, once, within ten minutes (\`npx recado login\` prints another one):

  http://127.0.0.1:3000/console/sign-in#code=x

Next, ask something as a customer would:

  curl -s http://127.0.0.1:3000/simulator/control/messages -H "Authorization: Bearer $(cat data/admin-token)" \\
    -H 'Content-Type: application/json' \\
    -d '{"from":"whatsapp:+12025550123","body":"What are your opening hours?"}'

and read what was said:

  curl -s http://127.0.0.1:3000/simulator/control/messages -H "Authorization: Bearer $(cat data/admin-token)"

For real WhatsApp, set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM and PUBLIC_URL (see the README).

`);
  });

  it('says how to get a link where it shows none', () => {
    const text = screen({}, true);
    expect(text).toContain('\nThe console: `npx recado login` prints a link that signs in.\n');
    expect(text).not.toContain('#code=');
  });

  it('points to a token that is given, and to a directory with a space', () => {
    expect(screen({ ADMIN_TOKEN: 'hidden' }, true)).toContain('Bearer $ADMIN_TOKEN"');
    expect(screen({ ADMIN_TOKEN: 'hidden' }, true)).not.toContain('hidden');
    expect(screen({ DATA_DIR: '/srv/my data' }, true)).toContain("cat '/srv/my data/admin-token'");
  });

  it('says for real WhatsApp which settings are missing', () => {
    const text = screen({ TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID }, false);
    expect(text).toContain('Recado 0.1.0 runs.\n');
    expect(text).toContain('WhatsApp  no sender yet, by Twilio');
    expect(text).toContain('Missing: TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM and PUBLIC_URL.');
    expect(text).toMatch(/Next, set them in \.env/);
  });

  it('says what to tell Twilio once nothing is missing', () => {
    const text = screen({ ...account, PUBLIC_URL: 'https://example.com/bot' }, false);
    expect(text).not.toContain('Missing');
    expect(text).toContain('WhatsApp  +15005550006, by Twilio');
    expect(text).toContain('  https://example.com/bot/api/v1/whatsapp/webhook\n');
    expect(text).not.toContain('never-on-a-screen');
  });

  it('says how to add documents where there are none', () => {
    const lines = screen({}, true, sqlite, true).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}Documents none yet.*ingest PATH/));
  });

  it('names the model and the other store', () => {
    const mongo = { kind: 'mongo' as const, place: 'mongodb://db:27017/recado' };
    const env = { ...account, OPENAI_BASE_URL: 'http://127.0.0.1:8089/v1', CHAT_MODEL: 'small' };
    const running = screen(env, false, mongo as never);
    expect(running).toContain('Answers   by a model, small');
    expect(running).toContain('Store     MongoDB, mongodb://db:27017/recado');
  });
});
