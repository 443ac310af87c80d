import { ValidateBy, type ValidationArguments } from 'class-validator';

/**
 * Characters that PUBLIC_URL may have: Twilio's limit is 4,000 for the whole of a status callback's
 * address, and our path, the attempt and a fragment follow it.
 */
const MOST_CHARACTERS = 3800;

/** The characters of a URL whose others are percent-encoded (RFC 3986, section 2). */
const ENCODED = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i;

/**
 * Why Twilio takes no status callback at an address, as a rule that follows the variable's name;
 * undefined when it does. With an address that it doesn't take, Twilio refuses every message, with
 * error 21609 (https://www.twilio.com/docs/api/errors/21609).
 */
export function whyTwilioRefuses(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  if (new URL(address).hostname.includes('_'))
    return 'must have no underscore in its host: Twilio calls no such address (error 21609)';
  if (address.length > MOST_CHARACTERS) return `must have ${MOST_CHARACTERS} characters at most`;
  if (!ENCODED.test(address))
    return 'must be encoded: %20 for a space, xn--… for a host in other letters';
  return undefined;
}

/** An address that Twilio calls. Stands beside `BaseAddress`. */
export function CalledByTwilio(): PropertyDecorator {
  const validate = (value: unknown) => !value || !whyTwilioRefuses(String(value));
  const defaultMessage = (one?: ValidationArguments) => whyTwilioRefuses(String(one?.value)) ?? '';
  return ValidateBy({ name: 'calledByTwilio', validator: { validate, defaultMessage } });
}
