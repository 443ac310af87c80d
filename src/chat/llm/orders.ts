import { fold, phrasesOfAll } from '../../language/language.js';

/**
 * Takes out the marks by which chat templates tell the system from the user: some servers read them
 * in the text of a message, too, and would take what follows for an order.
 */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, ' ');
}
const MARKS =
  /<\|[^|<>\n]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:start|end)_of_turn>|<\/?tool_(?:call|response)s?>|<\/?s>/gi;

const ORDERS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phrasesOfAll(({ orders }) => fold(orders)).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * Takes out of a document's text the lines that give orders to a model: small models follow them,
 * whatever the rules say. A document that only speaks of such orders loses those lines, too.
 */
export function withoutOrders(text: string): string {
  const lines = text.split('\n').filter((line) => !ORDERS.test(fold(line)));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A line that claims to be another's than the sender's. */
const FORGED = /(?:^|\n|[.?!]\s)[\s#*[]*(?:system|assistant|user|developer)\]?\s*:/i;

/**
 * Whether a message speaks to a model, not to a business: by marks, by lines that claim to be another's,
 * or by orders. The documents' own words are then the safe answer.
 */
export function speaksToModel(message: string): boolean {
  return message.search(MARKS) >= 0 || FORGED.test(message) || ORDERS.test(fold(message));
}
