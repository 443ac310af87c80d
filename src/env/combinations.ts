import type { Env } from './env.js';

/**
 * Checks variables that depend on each other, each of which is valid alone. Returns a line for each
 * fault, which names the variable that must be set.
 */
export function combinations(env: Env): string[] {
  const open = !env.loopback || env.MONGODB_URI;
  const [sid, secret] = [env.TWILIO_API_KEY_SID, env.TWILIO_API_KEY_SECRET];
  const lines: [wrong: boolean, line: string][] = [
    [
      !!open && !env.ADMIN_TOKEN,
      'ADMIN_TOKEN must be set when HOST is not loopback or MONGODB_URI is set',
    ],
    [
      !!env.MONGODB_URI && !env.SECRET_KEY,
      'SECRET_KEY must be set with MONGODB_URI: `openssl rand -base64 32`',
    ],
    [!!sid && !secret, 'TWILIO_API_KEY_SECRET must be set with TWILIO_API_KEY_SID'],
    [!!secret && !sid, 'TWILIO_API_KEY_SID must be set with TWILIO_API_KEY_SECRET'],
    [
      !!env.OPENAI_BASE_URL && !isOpenAI(env.OPENAI_BASE_URL) && !env.CHAT_MODEL,
      'CHAT_MODEL must be named with OPENAI_BASE_URL',
    ],
    [
      !!(env.FALLBACK_OPENAI_BASE_URL || env.FALLBACK_OPENAI_API_KEY) && !env.FALLBACK_CHAT_MODEL,
      'FALLBACK_CHAT_MODEL must be named with FALLBACK_OPENAI_BASE_URL and FALLBACK_OPENAI_API_KEY',
    ],
    [
      !!env.FALLBACK_CHAT_MODEL && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL,
      'OPENAI_API_KEY must be set with FALLBACK_CHAT_MODEL, or OPENAI_BASE_URL: that model comes second',
    ],
    [!!env.SMTP_URL && !env.MAIL_FROM, 'MAIL_FROM must be set with SMTP_URL'],
    [!!env.SMTP_URL && !env.MAIL_TO, 'MAIL_TO must be set with SMTP_URL'],
    [
      !env.SMTP_URL && !!(env.MAIL_FROM || env.MAIL_TO),
      'SMTP_URL must be set with MAIL_FROM and MAIL_TO',
    ],
  ];
  return lines.flatMap(([wrong, line]) => (wrong ? [line] : []));
}

function isOpenAI(base: string): boolean {
  return URL.canParse(base) && new URL(base).hostname === 'api.openai.com';
}
