/** A phone in E.164, with the plus. */
const PHONE = String.raw`\+[1-9]\d{6,14}`;

/**
 * A WhatsApp user id: two letters for a country, a dot, letters and digits, such as
 * US.13491208655302741918.
 */
const USER_ID = String.raw`[A-Z]{2}\.[A-Za-z0-9]{1,128}`;

/** Names WhatsApp as the channel in Twilio's addresses. */
const SCHEME = 'whatsapp:';

/** The name of somebody on WhatsApp (`wa_id`): a phone or a user id. */
export const WA_ID = new RegExp(`^(${PHONE}|${USER_ID})$`);

/** The same as Twilio writes it, with `whatsapp:` in front. Its first group is the `wa_id`. */
export const WHATSAPP_ADDRESS = new RegExp(`^${SCHEME}(${PHONE}|${USER_ID})$`);

/** A business's number as Twilio writes it. */
export const WHATSAPP_NUMBER = new RegExp(`^${SCHEME}${PHONE}$`);

/** An address without `whatsapp:` in front; one that has none stays as it is. */
export function withoutScheme(address: string): string {
  return address.startsWith(SCHEME) ? address.slice(SCHEME.length) : address;
}

/** The address of a `wa_id` as Twilio writes it. */
export function withScheme(waId: string): string {
  return SCHEME + waId;
}
