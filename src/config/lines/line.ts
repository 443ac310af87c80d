import { isPhone, NUMBER, withoutScheme, withScheme } from '../../address.js';
import type { Field } from '../fields.js';

/**
 * A line of the business: a WhatsApp number, or a Messaging Service. Its id is what Twilio calls it:
 * `+15005550006`, or `MG` and 32 hexadecimal digits. What is said with `line` undefined, and stored
 * without one, is the default line's: the number or service of the installation itself.
 */
export type LineId = string;

/** The default line's name in the API, and on what is for it alone. */
export const DEFAULT_LINE = 'default';

/** How a line is named in what we write to the operator, in English. */
export function titleOf(line: LineId): string {
  return line === DEFAULT_LINE ? 'the default line' : `the line ${line}`;
}

/** The id of a line that isn't the default one. */
export const LINE_ID = /^(?:\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32})$/;

/** The id of any line. */
export const ANY_LINE = new RegExp(`^${DEFAULT_LINE}$|${LINE_ID.source}`);

/** So many lines may be set up besides the default one: each keeps its settings in memory. */
export const MOST_LINES = 200;

/** A line that is set up. */
export interface LineRecord {
  /** As people call it. */
  name?: string;
  /** Its values, where they differ from the common ones. */
  fields: Partial<Record<Field, string | number>>;
}

/** The lines that are set up besides the default one, by their ids. */
export type Lines = Record<LineId, LineRecord>;

/** What a message was written to, as Twilio tells it: addresses and SIDs as they came. */
export interface WrittenTo {
  to?: string;
  service?: string;
}

/** What tells which line a message was written to. */
export interface KnownLines {
  lines: Lines;
  /** The default line's number, `whatsapp:+15005550006`, and its Messaging Service. */
  from?: string;
  service?: string;
}

/**
 * The line that a message was written to; undefined for the default line. The number of a line comes
 * before its Messaging Service. What names no number of WhatsApp was written to the default line, and
 * so was everything that nobody else has while that sends through a Messaging Service, whose numbers
 * aren't known here, or while it has no number at all. Any other number is a line that isn't set up.
 */
export function lineWrittenTo({ to = '', service = '' }: WrittenTo, known: KnownLines) {
  const number = NUMBER.test(to) ? withoutScheme(to) : undefined;
  const own = keyOf(number, known.lines) ?? keyOf(service, known.lines);
  if (own || !number || known.service || !known.from) return own;
  return isSameNumber(number, withoutScheme(known.from)) ? undefined : number;
}

/**
 * Whether the bot answers on a line: it is the default one, or is set up, or the default one has its
 * number by now.
 */
export function isSetUp(line: LineId | undefined, { lines, from }: KnownLines): boolean {
  if (line === undefined || keyOf(line, lines)) return true;
  return from !== undefined && isSameNumber(line, withoutScheme(from));
}

/** What is set up for a line; undefined where it isn't. */
export function recordOf(line: LineId, lines: Lines): LineRecord | undefined {
  const key = keyOf(line, lines);
  return key === undefined ? undefined : lines[key];
}

/** The Messaging Service that a line sends through; undefined where it sends from its number. */
export function serviceOf(line: LineId, record?: LineRecord): string | undefined {
  const { twilio_messaging_service_sid: own } = record?.fields ?? {};
  if (!numberOf(line)) return line;
  return own === undefined ? undefined : String(own);
}

/** The number of a line as Twilio writes it; undefined for a Messaging Service. */
export function numberOf(line: LineId): string | undefined {
  return isPhone(line) ? withScheme(line) : undefined;
}

/** The id under which a line is set up: a number may be written in another form. */
function keyOf(line: LineId | undefined, lines: Lines): LineId | undefined {
  if (!line) return undefined;
  if (Object.hasOwn(lines, line)) return line;
  return FORMS.test(line) ? Object.keys(lines).find((id) => isSameNumber(id, line)) : undefined;
}

/** A number in Mexico, Argentina or Brazil, without the digit that mobiles may have besides. */
const FORMS = /^(?:\+(52)1?(\d{10})|\+(54)9?(\d{10})|\+(55\d\d)9?(\d{8}))$/;

/** Whether two numbers are one: Twilio may write one in another form than it was configured in. */
function isSameNumber(one: string, other: string): boolean {
  const plain = (number: string) => FORMS.exec(number)?.slice(1).join('') ?? number;
  return plain(one) === plain(other);
}
