/** Who wrote, as Twilio names them: `whatsapp:` and a phone in E.164, or a WhatsApp user id. */
export type Address = { phone: string } | { userId: string };

/** An address as a whole, for the classes that check a request. */
export const ADDRESS = /^whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.[A-Za-z0-9]{1,128})$/;

/** Two letters for a country, a dot, letters and digits: US.13491208655302741918. */
const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/;
const SCHEME = 'whatsapp:';

/** Reads `whatsapp:+15005550006` or `whatsapp:US.13491208655302741918`; anything else is null. */
export function readAddress(value: string): Address | null {
  const name = ADDRESS.exec(value)?.[1];
  if (!name) return null;
  return name.startsWith('+') ? { phone: name } : { userId: name };
}

/** A WhatsApp user id, with or without `whatsapp:`; undefined when it is none. */
export function readUserId(value: string): string | undefined {
  const name = value.startsWith(SCHEME) ? value.slice(SCHEME.length) : value;
  return USER_ID.test(name) ? name : undefined;
}
