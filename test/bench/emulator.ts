import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerEntry } from '../../src/simulator/ledger/ledger-entry.js';
import { INBOUND } from '../../src/simulator/ledger/message.js';
import { freePort } from '../support/free-port.js';
import { MeasuredProcess, urlOf } from './process.js';
import { ACCOUNT_SID, AUTH_TOKEN, BUSINESS, type Webhook } from './webhooks.js';

const EMULATOR = new URL('../../dist/simulator/main.js', import.meta.url).pathname;

/** Milliseconds after which it tells what became of a message; by itself it would at once, as Twilio never does. */
const TOLD_AFTER_MS = 1000;

/**
 * Twilio's place, taken by the emulator; it keeps a ledger. It knows what was written: to others it would
 * deliver no text (63016), and show nobody that somebody types.
 */
export async function startEmulator(
  directory: string,
  written: Webhook[],
): Promise<MeasuredProcess> {
  const port = await freePort();
  const ledger = ledgerIn(directory);
  writeFileSync(ledger, written.map((one) => `${JSON.stringify(received(one))}\n`).join(''));
  const env = {
    SIMULATOR_PORT: String(port),
    SIMULATOR_LEDGER: ledger,
    SIMULATOR_ACCOUNT_SID: ACCOUNT_SID,
    SIMULATOR_AUTH_TOKEN: AUTH_TOKEN,
  };
  const emulator = new MeasuredProcess([EMULATOR], port, env, directory);
  await emulator.answers('/control/faults');
  await fetch(`${urlOf(emulator)}/control/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ callbacks: { mode: 'delay', delay_ms: TOLD_AFTER_MS } }),
  }).then(({ ok, status }) => ok || Promise.reject(new Error(`the emulator says ${status}`)));
  return emulator;
}

export function ledgerIn(directory: string): string {
  return join(directory, 'ledger.jsonl');
}

/** When each answer was made, by the emulator's ledger, in milliseconds since 1970. */
export function createsIn(ledger: string): number[] {
  return linesOf(ledger)
    .filter(({ event, direction }) => event === 'created' && direction !== 'inbound')
    .map(({ created_at }) => Date.parse(created_at));
}

interface Line {
  event: string;
  direction: string;
  created_at: string;
}

function linesOf(ledger: string): Line[] {
  const lines = readFileSync(ledger, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

function received({ sid, from }: Webhook): object {
  const now = Date.now();
  return ledgerEntry('created', {
    ...INBOUND,
    sid,
    from,
    to: BUSINESS,
    body: '',
    createdAt: now,
    updatedAt: now,
    sentAt: now,
    media: [],
    externalUserId: null,
    said: {},
  });
}
