import type { Env } from './env.js';

/** What doesn't fit together, though each value is right: a line each, which names a variable. */
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
  ];
  return lines.flatMap(([wrong, line]) => (wrong ? [line] : []));
}

function isOpenAI(base: string): boolean {
  return URL.canParse(base) && new URL(base).hostname === 'api.openai.com';
}
