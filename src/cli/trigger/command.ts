import { randomUUID } from 'node:crypto';
import type { Env } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { knownConfig } from '../known-config.js';
import { NotNow } from '../reach.js';
import { plain } from '../terminal.js';
import { print, work } from '../work.js';
import { type CameBack, formOf, post, type Said, type Signing } from './webhook.js';

export interface TriggerOptions extends Said {
  to?: string;
  authToken?: string;
  account?: string;
  business?: string;
  times: string;
  badSignature?: boolean;
  json?: boolean;
}

/** Sends the webhook, and returns the exit code: 1 unless each answer has a status 2xx. */
export function trigger(options: TriggerOptions): Promise<number> {
  return work(async () => {
    const times = Number(options.times);
    if (!Number.isInteger(times) || times < 1) throw new NotNow('--times must be 1 or more.');
    const { called, signing } = await plan(options, readEnv());
    const form = formOf(options, signing);
    const token = randomUUID();
    let fine = true;
    for (let time = 0; time < times; time++) {
      const answer = await post(called, form, signing, token);
      print(options.json, answer, () => inWords(answer));
      fine &&= answer.status !== null && answer.status >= 200 && answer.status < 300;
      if (answer.error) process.stderr.write(`${noAnswer(called, answer)}\n`);
    }
    return fine ? 0 : 1;
  });
}

/** Where it goes, and who signs it. Throws a `NotNow` when there is no auth token to sign with. */
async function plan(
  options: TriggerOptions,
  env: Env,
): Promise<{ called: string; signing: Signing }> {
  if (options.to && !URL.canParse(options.to)) throw new NotNow(`--to is no URL: ${options.to}.`);
  const { config, endpoints } = await knownConfig(env);
  const authToken = options.authToken ?? config.twilioAuthToken;
  if (!authToken) throw new NotNow(NO_TOKEN);
  const url = options.to ?? endpoints.webhookUrl;
  // Our own public address may lead nowhere from here: then it is signed all the same.
  const called = options.to ?? endpoints.localUrl + new URL(url).pathname;
  const signing = {
    url,
    account: options.account ?? config.twilioAccountSid ?? `AC${'0'.repeat(32)}`,
    business: options.business ?? config.twilioWhatsappFrom ?? 'whatsapp:+14155238886',
    authToken: options.badSignature ? `not ${authToken}` : authToken,
  };
  return { called, signing };
}

const NO_TOKEN =
  'There is no auth token to sign with: set TWILIO_AUTH_TOKEN, run this where Recado has one in ' +
  'its DATA_DIR, or give --auth-token.';

function inWords({ status, content_type, body, ms }: CameBack): string {
  if (status === null) return '';
  const type = content_type ? `, ${content_type}` : '';
  return `HTTP ${status}${type} (${ms} ms)\n${body ? `${plain(body)}\n` : ''}`;
}

function noAnswer(called: string, { error }: CameBack): string {
  return `${called} gives no answer (${error}): see that the address is right and Recado runs there.`;
}
