import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;
const BASE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

function WholeNumber(min: number, max: number): PropertyDecorator {
  return (target, name) => {
    Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value))(target, name);
    IsInt({ message: `must be a whole number from ${min} to ${max}` })(target, name as string);
    Min(min, { message: `must be at least ${min}` })(target, name as string);
    Max(max, { message: `must be at most ${max}` })(target, name as string);
  };
}

function WebAddress(): PropertyDecorator {
  return (target, name) => {
    Transform(({ value }) => String(value).replace(/\/+$/, ''))(target, name);
    IsOptional()(target, name as string);
    IsUrl(BASE_URL, { message: 'must be an http or https address' })(target, name as string);
  };
}

function Key32(): PropertyDecorator {
  return (target, name) => {
    IsOptional()(target, name as string);
    Matches(/^[A-Za-z0-9+/]{43}=?$/, {
      message: 'must be 32 bytes in base64, as `openssl rand -base64 32` prints them',
    })(target, name as string);
  };
}

/** Everything that the environment may say, with its default. The only reader of it is `readEnv`. */
export class Env {
  @MinLength(1, { message: 'must be a host name or an address' })
  HOST = '127.0.0.1';
  @WholeNumber(0, 65535)
  PORT = 3000;
  @IsIn(['auto', 'on', 'off'], { message: 'must be auto, on or off' })
  SIMULATOR: 'auto' | 'on' | 'off' = 'auto';
  /** The address Twilio calls, without a slash at its end. Empty: http://localhost:PORT. */
  @WebAddress()
  PUBLIC_URL?: string;
  /** Comma-separated addresses whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES = '';
  DATA_DIR = './data';
  @IsOptional()
  @Matches(/^mongodb(\+srv)?:\/\/\S+$/, { message: 'must start with mongodb:// or mongodb+srv://' })
  MONGODB_URI?: string;
  ADMIN_TOKEN?: string;
  @Key32()
  SECRET_KEY?: string;
  @Key32()
  SECRET_KEY_PREVIOUS?: string;

  @IsOptional()
  @Matches(/^AC[0-9a-fA-F]{32}$/, { message: 'must be AC and 32 hexadecimal digits' })
  TWILIO_ACCOUNT_SID?: string;
  TWILIO_AUTH_TOKEN?: string;
  TWILIO_AUTH_TOKEN_PREVIOUS?: string;
  @IsOptional()
  @Matches(/^whatsapp:\+[1-9]\d{6,14}$/, { message: 'must look like whatsapp:+15005550006' })
  TWILIO_WHATSAPP_FROM?: string;
  @IsOptional()
  @Matches(/^SK[0-9a-fA-F]{32}$/, { message: 'must be SK and 32 hexadecimal digits' })
  TWILIO_API_KEY_SID?: string;
  TWILIO_API_KEY_SECRET?: string;
  @IsOptional()
  @Matches(/^MG[0-9a-fA-F]{32}$/, { message: 'must be MG and 32 hexadecimal digits' })
  TWILIO_MESSAGING_SERVICE_SID?: string;
  @WebAddress()
  TWILIO_API_BASE = 'https://api.twilio.com';
  @WebAddress()
  TWILIO_MESSAGING_API_BASE = 'https://messaging.twilio.com';

  OPENAI_API_KEY?: string;
  @WebAddress()
  OPENAI_BASE_URL?: string;
  CHAT_MODEL?: string;
  EMBEDDING_MODEL?: string;
  TRANSCRIPTION_MODEL?: string;
  /** Milliseconds: the whole budget of one answer. */
  @WholeNumber(100, 600_000)
  LLM_TIMEOUT_MS = 20_000;
  /** Milliseconds that a JSON caller of the webhook is kept for the preview. */
  @WholeNumber(0, 60_000)
  WEBHOOK_REPLY_WAIT_MS = 10_000;
  @WholeNumber(0, 256)
  WORKER_CONCURRENCY = 8;
  @WholeNumber(1, 60_000)
  MAX_INBOUND_CHARS = 4096;
  @WholeNumber(1, 1_000_000)
  RATE_LIMIT_PER_MINUTE = 20;

  @WholeNumber(0, 65535)
  SIMULATOR_PORT = 3001;
  @WebAddress()
  SIMULATOR_WEBHOOK_URL = 'http://127.0.0.1:3000/api/v1/whatsapp/webhook';
  SIMULATOR_LEDGER?: string;
  @Matches(/^whatsapp:\+[1-9]\d{6,14}$/, { message: 'must look like whatsapp:+14155238886' })
  SIMULATOR_FROM = 'whatsapp:+14155238886';
  @IsOptional()
  @Matches(/^AC[0-9a-fA-F]{32}$/, { message: 'must be AC and 32 hexadecimal digits' })
  SIMULATOR_ACCOUNT_SID?: string;
  SIMULATOR_AUTH_TOKEN?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'must be fatal, error, warn, info, debug, trace or silent',
  })
  LOG_LEVEL = 'info';
  @IsOptional()
  @IsIn(['pretty', 'json'], { message: 'must be pretty or json' })
  LOG_FORMAT?: 'pretty' | 'json';

  /** Whether nobody beyond this machine can reach us. */
  get loopback(): boolean {
    return LOOPBACK.test(this.HOST);
  }
}

/** A wrong value in the environment: each line names a variable and says what it must be. */
export class EnvError extends Error {
  override name = 'EnvError';
}

export function isLoopback(address: string): boolean {
  return LOOPBACK.test(new URL(address).hostname);
}

/** Reads `.env` and the process's environment, which wins; an empty value counts as not given. */
export function readEnv(file = '.env', source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.entries({ ...dotEnv(file), ...source });
  const known = new Set(Object.keys(new Env()));
  const values = given.filter(([name, value]) => known.has(name) && value?.trim());
  const env = plainToInstance(Env, Object.fromEntries(values.map(([n, v]) => [n, v!.trim()])));
  const lines = validateSync(env).map((e) => `${e.property} ${Object.values(e.constraints!)[0]}`);
  lines.push(...combinations(env));
  if (lines.length) throw new EnvError(lines.join('\n'));
  return env;
}

function combinations(env: Env): string[] {
  const lines: string[] = [];
  const needs = (missing: boolean, line: string) => missing && lines.push(line);
  const open = !env.loopback || env.MONGODB_URI;
  needs(
    !!open && !env.ADMIN_TOKEN,
    'ADMIN_TOKEN must be set when HOST is not loopback or MONGODB_URI is set',
  );
  needs(
    !!env.MONGODB_URI && !env.SECRET_KEY,
    'SECRET_KEY must be set with MONGODB_URI: `openssl rand -base64 32`',
  );
  needs(
    !!env.TWILIO_API_KEY_SID && !env.TWILIO_API_KEY_SECRET,
    'TWILIO_API_KEY_SECRET must be set with TWILIO_API_KEY_SID',
  );
  needs(
    !!env.TWILIO_API_KEY_SECRET && !env.TWILIO_API_KEY_SID,
    'TWILIO_API_KEY_SID must be set with TWILIO_API_KEY_SECRET',
  );
  needs(
    !!env.OPENAI_BASE_URL && !isOpenAI(env.OPENAI_BASE_URL) && !env.CHAT_MODEL,
    'CHAT_MODEL must be named with OPENAI_BASE_URL',
  );
  return lines;
}

function isOpenAI(base: string): boolean {
  return URL.canParse(base) && new URL(base).hostname === 'api.openai.com';
}

function dotEnv(file: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new EnvError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
