import { IsOptional, ValidateBy } from 'class-validator';
import { keptSecret } from './rules.js';

/**
 * A SharedKey of Twilio: a Webhook Rule may sign with it in the place of the auth token
 * (https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys).
 */
export interface SharedKey {
  /** As Twilio names it in the header of what it signed. */
  id: string;
  secret: string;
}

/** The form of an id. Twilio's begin with `webhooks_sharedkey_`; the form isn't promised. */
export const KEY_ID = /^[\w.~-]{1,100}$/;
/** Twilio doesn't say what a secret looks like. A comma would end it here. */
const SECRET = /^[\x21-\x2b\x2d-\x7e]+$/;
/** Two are in use during a change of keys. Hints try each of them. */
const MOST_KEYS = 10;

/** The keys in a list such as `id=secret,id2=secret2`. A secret may have an equals sign in it. */
export function sharedKeysIn(list: string | undefined): SharedKey[] {
  if (!list) return [];
  return list.split(',').map((pair) => {
    const one = pair.trim();
    const at = one.indexOf('=');
    return at < 0 ? { id: one, secret: '' } : { id: one.slice(0, at), secret: one.slice(at + 1) };
  });
}

/** The list in one form, without spaces. */
export function listOf(keys: SharedKey[]): string {
  return keys.map(({ id, secret }) => `${id}=${secret}`).join(',');
}

/** What is wrong with a list of keys; it is not quoted, because a secret may stand anywhere in it. */
export function wrongSharedKeys(
  list: string,
  isSecret = (secret: string) => SECRET.test(secret),
  most = MOST_KEYS,
): string | undefined {
  const keys = sharedKeysIn(list);
  if (!keys.length || !keys.every(({ id, secret }) => KEY_ID.test(id) && isSecret(secret)))
    return 'must be pairs such as webhooks_sharedkey_1=its-secret, with commas between them';
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return 'must name each key once';
  return keys.length > most ? `must have ${most} keys at most` : undefined;
}

/** A variable with a list of keys, or with one: a secret. */
export function SharedKeys(most = MOST_KEYS): PropertyDecorator {
  const wrong = (value: unknown) => wrongSharedKeys(String(value), undefined, most);
  const validate = (value: unknown) => wrong(value) === undefined;
  const defaultMessage = (given?: { value: unknown }) => wrong(given?.value) ?? '';
  return keptSecret((target, name) => {
    IsOptional()(target, name as string);
    ValidateBy({ name: 'shared-keys', validator: { validate, defaultMessage } })(
      target,
      name as string,
    );
  });
}
