import { listOf } from '../env/shared-keys.js';
import type { SimulatorOptions } from './simulator.options.js';

const WEBHOOK_PATH = '/api/v1/whatsapp/webhook';

/** What stands on the terminal after the start: where it is, and what an app needs to use it. */
export function welcome(options: SimulatorOptions): string {
  const address = options.address();
  const example = JSON.stringify({ from: 'whatsapp:+12025550123', body: 'Hello' });
  return [
    `Twilio simulator on ${address}`,
    '',
    `  account SID  ${options.accountSid}`,
    `  auth token   ${options.authToken}`,
    ...(options.sharedKey ? [`  shared key   ${listOf([options.sharedKey])}`] : []),
    `  number       ${options.from}`,
    `  webhook      ${options.webhookUrl()}`,
    `  ledger       ${options.ledgerFile ?? 'in memory only (SIMULATOR_LEDGER names a file)'}`,
    '',
    'Start the app with:',
    '',
    ...appEnvironment(options).map((line) => `  ${line}`),
    '',
    'Then write to it:',
    '',
    `  curl ${address}/control/messages -H 'Content-Type: application/json' -d '${example}'`,
    '',
  ].join('\n');
}

/** Signatures are made for the webhook's address, so PUBLIC_URL must be what it begins with. */
export function appEnvironment(options: SimulatorOptions): string[] {
  // What follows # is Twilio's, and no part of the address.
  const webhook = options.webhookUrl().split('#')[0];
  const publicUrl = webhook.endsWith(WEBHOOK_PATH)
    ? webhook.slice(0, -WEBHOOK_PATH.length)
    : new URL(webhook).origin;
  return [
    'SIMULATOR=off',
    `PUBLIC_URL=${publicUrl}`,
    `TWILIO_API_BASE=${options.address()}`,
    `TWILIO_MESSAGING_API_BASE=${options.address()}`,
    `TWILIO_ACCOUNT_SID=${options.accountSid}`,
    `TWILIO_AUTH_TOKEN=${options.authToken}`,
    ...(options.sharedKey ? [`TWILIO_SHARED_KEYS=${listOf([options.sharedKey])}`] : []),
    `TWILIO_WHATSAPP_FROM=${options.from}`,
  ];
}
