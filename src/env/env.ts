import 'reflect-metadata';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CalledByTwilio } from './called-by-twilio.js';
import { Mailboxes, SmtpAddress } from './mail/rules.js';
import { MessagePriceTable } from './prices/message-prices.js';
import { ModelAddress } from './model-address.js';
import { SimulatorEnv } from './parts/simulator.js';
import {
  BaseAddress,
  Host,
  Hosts,
  isTimeZone,
  Key32,
  Path,
  Prices,
  Proxies,
  Secret,
  secretNames,
  Sid,
  TimeZone,
  WhatsAppNumber,
  WholeNumber,
  Word,
} from './rules.js';
import { SharedKeys, sharedKeysIn } from './shared-keys.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Every variable of the environment with its rule and default. `readEnv` alone reads them. */
export class Env extends SimulatorEnv {
  @Host()
  HOST = '127.0.0.1';
  @WholeNumber(0, 65535)
  PORT = 3000;
  @IsIn(['auto', 'on', 'off'], { message: 'must be auto, on or off' })
  SIMULATOR: 'auto' | 'on' | 'off' = 'auto';
  /** The address that Twilio calls, without a slash at its end. The default is localhost with PORT. */
  @BaseAddress()
  @CalledByTwilio()
  PUBLIC_URL?: string;
  /** Comma-separated addresses whose X-Forwarded-For is believed. */
  @Proxies()
  TRUSTED_PROXIES = '';
  @Path()
  DATA_DIR = './data';
  @IsOptional()
  @Matches(/^mongodb(\+srv)?:\/\/\S+$/, { message: 'must start with mongodb:// or mongodb+srv://' })
  MONGODB_URI?: string;
  @Secret()
  ADMIN_TOKEN?: string;
  @Key32()
  SECRET_KEY?: string;
  @Key32()
  SECRET_KEY_PREVIOUS?: string;
  /** Opens, and seals nothing yet: so that every node knows the next key before one uses it. */
  @Key32()
  SECRET_KEY_NEXT?: string;

  @Sid('AC')
  TWILIO_ACCOUNT_SID?: string;
  @Secret()
  TWILIO_AUTH_TOKEN?: string;
  @Secret()
  TWILIO_AUTH_TOKEN_PREVIOUS?: string;
  /** `id=secret` pairs, by commas: keys that a Webhook Rule may sign with. */
  @SharedKeys()
  TWILIO_SHARED_KEYS?: string;
  @WhatsAppNumber('whatsapp:+15005550006')
  TWILIO_WHATSAPP_FROM?: string;
  @Sid('SK')
  TWILIO_API_KEY_SID?: string;
  @Secret()
  TWILIO_API_KEY_SECRET?: string;
  @Sid('MG')
  TWILIO_MESSAGING_SERVICE_SID?: string;
  @BaseAddress()
  TWILIO_API_BASE = 'https://api.twilio.com';
  @BaseAddress()
  TWILIO_MESSAGING_API_BASE = 'https://messaging.twilio.com';
  /** Without one: beside TWILIO_API_BASE, where that is Twilio's, and else that address itself. */
  @BaseAddress()
  TWILIO_CONTENT_API_BASE?: string;

  @Secret()
  OPENAI_API_KEY?: string;
  @ModelAddress()
  OPENAI_BASE_URL?: string;
  @Word()
  CHAT_MODEL?: string;
  @Word()
  EMBEDDING_MODEL?: string;
  @Word()
  TRANSCRIPTION_MODEL?: string;
  @Word()
  VISION_MODEL?: string;
  /** A second model, which is asked where the first one fails; on the same server, or on another one. */
  @Word()
  FALLBACK_CHAT_MODEL?: string;
  @ModelAddress()
  FALLBACK_OPENAI_BASE_URL?: string;
  @Secret()
  FALLBACK_OPENAI_API_KEY?: string;
  /** For a million tokens in and a million out: `gpt-5.4-mini=0.25/2, another=1/3`. */
  @Prices()
  MODEL_PRICES?: string;
  /** A file: what a message costs, by the country of who gets it. */
  @MessagePriceTable()
  MESSAGE_PRICES?: string;
  /** An endpoint for reranking: its whole address, or that which `/rerank` is joined to. */
  @BaseAddress()
  RERANK_URL?: string;
  @Word()
  RERANK_MODEL?: string;
  @Secret()
  RERANK_API_KEY?: string;
  /** Milliseconds for one whole answer. */
  @WholeNumber(100, 600_000)
  LLM_TIMEOUT_MS = 20_000;
  /** Milliseconds that a JSON caller of the webhook waits for the preview at most. */
  @WholeNumber(0, 60_000)
  WEBHOOK_REPLY_WAIT_MS = 10_000;
  @WholeNumber(0, 256)
  WORKER_CONCURRENCY = 32;
  @WholeNumber(1, 60_000)
  MAX_INBOUND_CHARS = 4096;
  @WholeNumber(1, 1_000_000)
  RATE_LIMIT_PER_MINUTE = 20;
  /** The business's: what "today" is. */
  @TimeZone()
  TIME_ZONE = ownTimeZone();

  /** Hosts by commas (`helpdesk.internal`, `10.0.0.5:8080`): webhooks go there, though they aren't public. */
  @Hosts()
  WEBHOOK_ALLOWED_HOSTS = '';
  /** The server that e-mail to the team goes by; with MAIL_FROM and MAIL_TO. */
  @SmtpAddress()
  SMTP_URL?: string;
  @Mailboxes(1)
  MAIL_FROM?: string;
  @Mailboxes()
  MAIL_TO?: string;
  /** Minutes between two mails at least. */
  @WholeNumber(1, 1440)
  MAIL_EVERY_MINUTES = 5;
  @IsOptional()
  @IsIn(['en', 'es'], { message: 'must be en or es' })
  MAIL_LANGUAGE?: 'en' | 'es';

  /** Whether nobody beyond this machine can reach us. */
  get loopback(): boolean {
    return LOOPBACK.test(this.HOST);
  }
}

/** The machine's time zone. Where the machine names one that nobody knows, Node.js reckons in UTC. */
function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
}

/** A wrong value in the environment: each line names a variable and says what it must be. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** Whether the host of an address (URL) is this machine only. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.test(new URL(address).hostname);
}

/** The secrets of an environment, which no screen and no log may show. */
export function secretsIn(env: Env): (string | undefined)[] {
  const values: Partial<Record<string, unknown>> = { ...env };
  const secrets = [...secretNames].map((name) => values[name] as string | undefined);
  const shared = [env.TWILIO_SHARED_KEYS, env.SIMULATOR_SHARED_KEY].flatMap(sharedKeysIn);
  return [
    ...secrets,
    ...shared.map(({ secret }) => secret),
    passwordOf(env.MONGODB_URI),
    passwordOf(env.SMTP_URL),
  ];
}

function passwordOf(uri: string | undefined): string | undefined {
  return /^[^/]+\/\/[^:@/]*:([^@/]*)@/.exec(uri ?? '')?.[1];
}
