import { randomBytes } from 'node:crypto';
import type { Content } from '../../ledger/content.js';
import { TwilioError } from '../twilio-error.js';

type Fields = Record<string, unknown>;

/** Kinds that are played, and how many characters their text may have. */
const KINDS: Record<string, number> = {
  'twilio/text': 1600,
  'twilio/media': 1600,
  'twilio/quick-reply': 1024,
  'twilio/list-picker': 1024,
  'twilio/call-to-action': 1024,
  'twilio/card': 1600,
  'whatsapp/card': 1024,
};
/** twilio.com/docs/content/twilio-quick-reply and …/twiliolist-picker. */
const [MOST_ACTIONS, TITLE_CHARS, MOST_ITEMS, ITEM_CHARS] = [10, 20, 10, 24];

/** What a body asks to be made. Throws what Twilio answers to a wrong one. */
export function readContent(given: unknown, now: number): Content {
  const { friendly_name, language, variables = {}, types } = objectIn(given, 'the body');
  if (typeof language !== 'string' || !language) throw wrong('language is required');
  const kinds = Object.entries(objectIn(types, 'types'));
  if (!kinds.length) throw wrong('types must have at least one content type');
  for (const [kind, content] of kinds) check(kind, objectIn(content, kind));
  return {
    sid: `HX${randomBytes(16).toString('hex')}`,
    friendlyName: typeof friendly_name === 'string' ? friendly_name : null,
    language,
    variables: samplesIn(variables),
    types: types as Content['types'],
    createdAt: now,
    approval: null,
  };
}

function check(kind: string, content: Fields): void {
  const most = KINDS[kind];
  if (!most) throw wrong(`${kind} is not a content type`);
  const { body, title, actions, items, button } = content;
  if (!text(body) && !text(title)) throw wrong(`${kind}: body is required`);
  if (String(body ?? '').length > most)
    throw wrong(`${kind}: body has more than ${most} characters`);
  if (kind === 'twilio/quick-reply') checkRows(actions, 'title', MOST_ACTIONS, TITLE_CHARS);
  if (kind !== 'twilio/list-picker') return;
  if (!text(button) || String(button).length > TITLE_CHARS) throw wrong('button is wrong');
  checkRows(items, 'item', MOST_ITEMS, ITEM_CHARS);
}

function checkRows(rows: unknown, name: string, most: number, chars: number): void {
  if (!Array.isArray(rows) || !rows.length || rows.length > most)
    throw wrong(`there must be 1 to ${most} rows`);
  const titles = rows.map((row) => objectIn(row, name)[name]);
  for (const title of titles)
    if (!text(title) || String(title).length > chars)
      throw wrong(`${name} must have 1 to ${chars} characters`);
  if (new Set(titles).size < titles.length) throw wrong(`each ${name} must be another one`);
}

function samplesIn(given: unknown): Record<string, string> {
  const samples = Object.entries(objectIn(given, 'variables'));
  if (samples.length > 100) throw wrong('variables may be 100 at most', 92002);
  return Object.fromEntries(samples.map(([name, value]) => [name, String(value)]));
}

function objectIn(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw wrong(`${what} must be an object`);
}

function text(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

export function wrong(message: string, code = 20001): TwilioError {
  return new TwilioError(400, code, message);
}
