import type { IncomingHttpHeaders } from 'node:http';
import { HMAC_SHA1, HMAC_SHA256, SIGNATURE_SETTINGS_HEADER } from 'twilio/lib/webhooks/webhooks.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { Env } from '../../env/env.js';
import { KEY_ID, sharedKeysIn } from '../../env/shared-keys.js';
import { maskSid } from '../../log/mask.js';

const HEADER = SIGNATURE_SETTINGS_HEADER;

/** Who may have signed a request: a secret, with the one algorithm that it is ever used with. */
export interface Signer {
  secret: string;
  algorithm: 'HMAC_SHA1' | 'HMAC_SHA256';
  /** Its name for a person. */
  name: string;
  /** What to change when a request that was refused turns out to be signed by it. */
  cure?: string;
}

/** Why nobody may have signed a request, and what to do if it is Twilio's all the same. */
export interface Nobody {
  reason: string;
  advice: string;
}

/**
 * Who may have signed a request by its header: the SharedKey that it names, or without the header the
 * auth tokens (https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys). The header is the
 * caller's word. So it chooses among the configured keys only, each of which is used with SHA-256
 * alone, and the tokens with SHA-1 alone: no header gets a secret tried with a weaker hash, and a
 * request that names a key isn't accepted for a token's signature. What isn't in the one form that
 * Twilio writes is refused rather than interpreted; parameters that we don't know are let be.
 */
export function signersOf(headers: IncomingHttpHeaders, config: BotConfig): Signer[] | Nobody {
  const settings = settingsIn(headers);
  if (!settings) return tokensOf(config);
  const named = parse(settings);
  if (!named) return { reason: `the ${HEADER} header has an odd form`, advice: ODD };
  const { key, algorithm } = named;
  if (algorithm !== HMAC_SHA256)
    return { reason: `the ${HEADER} header names an algorithm that isn't taken`, advice: WEAK };
  const found = keysOf(config).find(({ id }) => id === key);
  if (found) return [found];
  const reason = `SharedKey ${maskSid(key)} is not one of twilio_shared_keys`;
  return { reason, advice: UNKNOWN };
}

const ODD =
  'Twilio writes this header once, as key=<id>,algorithm=HMAC_SHA256: see whether something on the ' +
  'way changes it or adds one.';
const WEAK =
  'Only HMAC_SHA256 is taken: give the Webhook Rule a Setting that signs with this algorithm.';
const UNKNOWN =
  'If Twilio sent it, a Webhook Rule signs with this key: add its id and its secret to ' +
  'twilio_shared_keys by PUT /api/v1/bot/config, or take the key out of the Setting of the Rule.';

/** The header, which says that a SharedKey signed; an empty one says nothing, as at Twilio. */
function settingsIn(headers: IncomingHttpHeaders): string | undefined {
  return [headers[HEADER.toLowerCase()]].flat().join(', ') || undefined;
}

/** The key and the algorithm. Several headers arrive as one, and name each of them twice. */
function parse(settings: string): { key: string; algorithm: string } | undefined {
  const pairs = settings.split(',').map((part) => /^(\w+)=(\S+)$/.exec(part));
  const of = (name: string) => pairs.filter((pair) => pair?.[1] === name);
  const [[key, more], [algorithm, another]] = [of('key'), of('algorithm')];
  if (!pairs.every(Boolean) || !key || more || !algorithm || another) return undefined;
  return KEY_ID.test(key[2]) ? { key: key[2], algorithm: algorithm[2] } : undefined;
}

function tokensOf({ twilioAuthToken, twilioAuthTokenPrevious }: BotConfig): Signer[] {
  return [...token(twilioAuthToken, 'the auth token'), ...token(twilioAuthTokenPrevious, PREVIOUS)];
}

function token(secret: string | undefined, name: string, cure?: string): Signer[] {
  return secret ? [{ secret, algorithm: HMAC_SHA1, name, cure }] : [];
}

function keysOf(config: BotConfig): (Signer & { id: string })[] {
  return sharedKeysIn(config.twilioSharedKeys).map(({ id, secret }) => {
    return { id, secret, algorithm: HMAC_SHA256, name: `SharedKey ${id}` };
  });
}

/**
 * Everybody whose signature would explain a request that was refused, the likeliest first. Each is
 * tried with its own algorithm here, too.
 */
export function suspects(headers: IncomingHttpHeaders, config: BotConfig, env: Env): Signer[] {
  const meant = signersOf(headers, config);
  const [first] = Array.isArray(meant) ? meant : [];
  const settings = settingsIn(headers);
  const named = settings !== undefined;
  const { twilioAuthToken, twilioAuthTokenPrevious, twilioApiKeySecret } = config;
  const all = [
    ...(first ? [first] : []),
    ...token(twilioAuthToken, 'the auth token', HEADER_ADDED),
    ...token(twilioAuthTokenPrevious, PREVIOUS, named ? HEADER_ADDED : SET_TOKEN),
    ...token(env.TWILIO_AUTH_TOKEN, OVERRIDDEN, SET_TOKEN),
    ...token(twilioApiKeySecret, "the API key's secret, which never signs at Twilio", SET_TOKEN),
    ...keysOf(config).map((key) => ({ ...key, cure: cureOf(settings) })),
  ];
  const same = (a: Signer, b: Signer) => a.secret === b.secret && a.algorithm === b.algorithm;
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
}

/** What to change when a SharedKey signed that the header doesn't choose. */
function cureOf(settings: string | undefined): string {
  if (!settings) return `let the proxy pass on ${HEADER}`;
  return parse(settings)?.algorithm === HMAC_SHA256 ? RENAME : HEADER_CHANGED;
}

const PREVIOUS = 'the previous auth token';
const OVERRIDDEN = "the environment's TWILIO_AUTH_TOKEN, which a stored one overrides";
const SET_TOKEN = "set twilio_auth_token to the account's auth token";
const HEADER_ADDED = `see what adds ${HEADER} on the way: Twilio sends it with a SharedKey only`;
const FORM = 'Twilio writes key=<id>,algorithm=HMAC_SHA256 there, once';
const HEADER_CHANGED = `see what changes ${HEADER} on the way: ${FORM}`;
const RENAME = 'give this key in twilio_shared_keys the id that Twilio has for it';
