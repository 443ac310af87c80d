import type { Clock } from '../clock.js';
import type { SharedKey } from '../env/shared-keys.js';

/** What an emulator is told by whoever starts it. Addresses have no slash at their end. */
export abstract class SimulatorOptions {
  abstract readonly accountSid: string;
  abstract readonly authToken: string;
  /** A SharedKey to sign with in place of the auth token. */
  abstract readonly sharedKey?: SharedKey;
  /** Another one that the business knows, too: it signs only what is to be signed with a SharedKey. */
  readonly spareKey?: SharedKey;
  /** The business's number: `whatsapp:+14155238886`. */
  abstract readonly from: string;
  /** The file of the ledger; without it everything is in memory only. */
  abstract readonly ledgerFile?: string;
  /** Where the REST API is reached; known only after listening. */
  abstract address(): string;
  /** The webhook as the business told it to Twilio: signatures are made for this address. */
  abstract webhookUrl(): string;
  /** Where a request for a webhook or callback address really goes; without it, to that address. */
  route?(url: string): string;
  /** How many messages are in memory; without it, 10,000. The ledger has all of them. */
  readonly mostKept?: number;
  /** Where time comes from; without it, the system. */
  readonly clock?: Clock;
  /** From 0 to below 1, decides which requests a fault hits; without it, chance. */
  random?(): number;
}

/** Sends what is meant for the public address straight to the local one; signatures stay public. */
export function locally(publicUrl: () => string, localUrl: () => string): (url: string) => string {
  return (url) => {
    const base = publicUrl();
    const rest = url.startsWith(base) ? url.slice(base.length) : undefined;
    return rest !== undefined && /^([/?#]|$)/.test(rest) ? localUrl() + rest : url;
  };
}
