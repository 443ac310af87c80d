import { type Pattern } from '../../env/rules.js';
import { wrongSharedKeys } from '../../env/shared-keys.js';
import { isMasked } from '../../log/mask.js';
import { text, type TextRule } from '../setting.js';

/**
 * The form of an auth token and of an API key's secret. Twilio documents neither. Its command line
 * demands 32 characters of a token (twilio-cli, src/commands/profiles/create.js), and scanners for
 * leaked credentials look for 32 letters and digits.
 */
const TWILIO_SECRET = /^[0-9A-Za-z]{32}$/;
export const AUTH_TOKEN: Pattern = {
  pattern: TWILIO_SECRET,
  message: "must be the account's Auth Token: 32 letters and digits",
};
export const KEY_SECRET: Pattern = {
  pattern: TWILIO_SECRET,
  message: "must be the key's secret, not its SID: 32 letters and digits",
};

/** An id, and a secret or its mask. */
const PAIR = '[\\w.~-]{1,100}=[!-+\\--~•]+';

/** SharedKeys; each secret may be a mask. */
export const SHARED_KEYS: TextRule = {
  ...text(4000, {
    pattern: new RegExp(`^\\s*${PAIR}\\s*(,\\s*${PAIR}\\s*)*$`),
    message: 'must be pairs such as webhooks_sharedkey_1=its-secret, with commas between them',
  }),
  wrong: (list) => wrongSharedKeys(list, (secret) => isMasked(secret) || !secret.includes('•')),
};
