import { createRequire } from 'node:module';
import type * as Library from 'libphonenumber-js/core';
import { addressIn, type LineAddress, lineIn, onLine } from '../../config/lines/line-address.js';

/** Where the same person's number is written in several ways: Mexico, Argentina, Brazil. */
const AMBIGUOUS = /^\+5[245]\d/;

/**
 * Returns the forms in which the number of one person may be written, the one that is given first. A
 * number of another country, and a user id, has one form only. What is given with a line has it in
 * each form.
 *
 * - Mexico: the 1 behind +52, which mobiles had until 2020.
 * - Argentina: the 9 behind +54, which mobiles have when called from abroad, or the 15 behind the area
 *   code, which they have at home.
 * - Brazil: the ninth digit, a 9 behind the area code. Mobiles had eight digits before, of which the
 *   first was 6 to 9; fixed lines have eight still, of which the first is 2 to 5, and one form.
 *
 * Twilio sends any of them, and takes the one that it sent. WhatsApp's own ids still are the former
 * form for many numbers (https://www.twilio.com/docs/whatsapp/api#phone-number-formats, and for Brazil
 * and Argentina what its users report).
 */
export function formsOf(waId: LineAddress): LineAddress[] {
  if (!AMBIGUOUS.test(waId)) return [waId];
  const line = lineIn(waId);
  if (line !== undefined) return formsOf(addressIn(waId)).map((form) => onLine(form, line));
  return [...new Set([waId, ...(FORMS[waId.slice(0, 3)](waId) ?? [])])];
}

/** One of the forms: the same, whichever of them is given. */
export function oneFormOf(waId: string): string {
  return formsOf(waId).toSorted()[0];
}

/** The forms but the one that is given. */
export function otherFormsOf(waId: LineAddress): LineAddress[] {
  return formsOf(waId).slice(1);
}

const FORMS: Record<string, (waId: string) => string[] | undefined> = {
  '+52': (waId) => {
    const own = /^\+521?([2-9]\d{9})$/.exec(waId)?.[1];
    return own ? [`+52${own}`, `+521${own}`] : undefined;
  },

  '+54': (waId) => {
    // The library reads the 15 as the 9 that it stands for. Area codes begin with 1, 2 or 3.
    const own = /^9?([123]\d{9})$/.exec(parsed(waId)?.nationalNumber ?? '')?.[1];
    const all = own ? [`+54${own}`, `+549${own}`, ...atHome(own)] : [];
    return all.includes(waId) ? all : undefined;
  },

  '+55': (waId) => {
    const [, area, own] = /^\+55(\d\d)9?([6-9]\d{7})$/.exec(waId) ?? [];
    const longer = `+55${area}9${own}`;
    // The library knows which area codes there are.
    return own && parsed(longer)?.getType() === 'MOBILE' ? [longer, `+55${area}${own}`] : undefined;
  },
};

/** How an Argentinian mobile is called at home: (011) 15-2345-6789, of which the 0 isn't of the number. */
function atHome(own: string): string[] {
  const written = parsed(`+549${own}`)?.formatNational().replace(/\D/g, '').replace(/^0/, '');
  const form = `+54${written}`;
  return parsed(form)?.nationalNumber === `9${own}` && !form.startsWith('+549') ? [form] : [];
}

function parsed(waId: string): Library.PhoneNumber | undefined {
  library ??= load();
  return library.core.parsePhoneNumberFromString(waId, library.metadata);
}

interface Loaded {
  core: typeof Library;
  metadata: Library.MetadataJson;
}

let library: Loaded | undefined;

/**
 * Loads the library when the first number comes that needs it, not at the start: it takes some 35 ms and
 * 13 MB in each thread. Of its metadata it keeps the two countries' that are asked for.
 */
function load(): Loaded {
  const require = createRequire(import.meta.url);
  const all: Library.MetadataJson = require('libphonenumber-js/mobile/metadata');
  const { AR, BR } = all.countries;
  const calling = { '54': all.country_calling_codes['54'], '55': all.country_calling_codes['55'] };
  const metadata = { ...all, country_calling_codes: calling, countries: { AR, BR } };
  return { core: require('libphonenumber-js/core'), metadata: metadata as Library.MetadataJson };
}
