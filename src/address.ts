/** A phone in E.164, with the plus. */
const PHONE = String.raw`\+[1-9]\d{6,14}`;

/**
 * A WhatsApp user id: two letters for a country, a dot, letters and digits (US.13491208655302). The id
 * of a company that has several numbers has one more part (US.ENT.11815799212886844830).
 */
const USER_ID = String.raw`[A-Z]{2}(?:\.[A-Za-z0-9]{1,128}){1,3}`;

/** Twilio puts this in front of every phone or user id on WhatsApp. */
const SCHEME = 'whatsapp:';

/** The id of a person on WhatsApp (`wa_id`): a phone or a user id. */
export const WA_ID = new RegExp(`^(${PHONE}|${USER_ID})$`);

/** A `wa_id` as Twilio writes it, with `whatsapp:` in front. Its first group is the `wa_id`. */
export const ADDRESS = new RegExp(`^${SCHEME}(${PHONE}|${USER_ID})$`);

/** The number of a business as Twilio writes it. */
export const NUMBER = new RegExp(`^${SCHEME}${PHONE}$`);

/** A person's address: either a phone or a user id. */
export type Address = { phone: string } | { userId: string };

/** Reads `whatsapp:+15005550006` or `whatsapp:US.13491208655302741918`; anything else is null. */
export function readAddress(value: string): Address | null {
  const name = ADDRESS.exec(value)?.[1];
  if (!name) return null;
  return isPhone(name) ? { phone: name } : { userId: name };
}

/** A WhatsApp user id, with or without `whatsapp:`; undefined when it is none. */
export function readUserId(value: string): string | undefined {
  const name = withoutScheme(value);
  return WA_ID.test(name) && !isPhone(name) ? name : undefined;
}

/** Whether a `wa_id` is a phone; otherwise it is a user id. */
export function isPhone(waId: string): boolean {
  return waId.startsWith('+');
}

/** An address without `whatsapp:` in front; one that has none stays as it is. */
export function withoutScheme(address: string): string {
  return address.startsWith(SCHEME) ? address.slice(SCHEME.length) : address;
}

/** Whether a `wa_id` is the id by which a group of companies knows a user (US.ENT.118…). */
export function isParentId(waId: string): boolean {
  return /^[A-Z]{2}\.ENT\./.test(waId);
}

/** A `wa_id` as Twilio writes it. */
export function withScheme(waId: string): string {
  return SCHEME + waId;
}
