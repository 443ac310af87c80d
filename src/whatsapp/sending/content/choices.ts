import { createHash } from 'node:crypto';
import type { PartContent } from '../../../mailbox/turns/part.js';

/** WhatsApp's limits inside the window: how many can be tapped, and characters of each title. */
const [BUTTONS, BUTTON_CHARS] = [3, 20];
const [ITEMS, ITEM_CHARS, MENU_CHARS] = [10, 24, 20];
/** Characters of the text above them, and of one variable (https://www.twilio.com/docs/content). */
const [BODY_CHARS, VALUE_CHARS] = [1024, 250];

/** A resource for a text with something to tap, and what stands in the place of its variables. */
export interface ChoicesContent {
  /** What it is made of: the same for every text of about this length with the same choices. */
  hash: string;
  resource: object;
  variables: Record<string, string>;
}

/**
 * The resource for a text and its choices; undefined where WhatsApp takes no such one. The text is in
 * variables, so that one resource serves many texts; a variable holds a part of it only. The choices
 * are not: where variables may stand in them, Twilio's pages don't agree.
 */
export function choicesContent(body: string, content: PartContent): ChoicesContent | undefined {
  const values = body.length <= BODY_CHARS && !body.includes('{{') ? valuesOf(body) : undefined;
  const placeholders = values?.map((_, at) => `{{${at + 1}}}`).join('');
  const types = placeholders && typesOf(placeholders, content);
  if (!types) return undefined;
  const hash = createHash('sha256').update(JSON.stringify(types)).digest('hex').slice(0, 32);
  const samples = values!.map((_, at) => [String(at + 1), 'text']);
  return {
    hash,
    resource: {
      friendly_name: `recado_choices_${hash.slice(0, 12)}`,
      language: 'en',
      variables: Object.fromEntries(samples),
      types,
    },
    variables: Object.fromEntries(values!.map((value, at) => [String(at + 1), value])),
  };
}

/** What is tapped comes back as the title, and as the id: both are the words that would be written. */
function typesOf(body: string, { choices = [], menu }: PartContent): object | undefined {
  const longest = Math.max(...choices.map(({ length }) => length));
  if (!choices.length || new Set(choices).size < choices.length) return undefined;
  if (choices.length <= BUTTONS && longest <= BUTTON_CHARS) {
    const actions = choices.map((title) => ({ type: 'QUICK_REPLY', title, id: title }));
    return { 'twilio/quick-reply': { body, actions } };
  }
  if (choices.length > ITEMS || longest > ITEM_CHARS || !menu || menu.length > MENU_CHARS)
    return undefined;
  const items = choices.map((item) => ({ item, id: item, description: '' }));
  return { 'twilio/list-picker': { body, button: menu, items } };
}

/** The text in pieces, none of which begins or ends with a space: at a variable's ends those may be lost. */
function valuesOf(body: string): string[] | undefined {
  const pieces: string[] = [];
  for (let rest = body.trim(); rest;) {
    const end = endOf(rest);
    if (!end) return undefined;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces.length ? pieces : undefined;
}

function endOf(rest: string): number {
  if (rest.length <= VALUE_CHARS) return rest.length;
  for (let end = VALUE_CHARS; end > 0; end--)
    if (/^\S\S$/.test(rest.slice(end - 1, end + 1)) && !isLow(rest, end)) return end;
  return 0;
}

/** The second half of a character. */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}
