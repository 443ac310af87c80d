import { text } from '../listed-message.js';

/** A placeholder of a template: `{{1}}`, `{{name}}`. */
const PLACEHOLDER = /\{\{\s*([\w-]{1,16})\s*\}\}/g;

/** A template as Twilio keeps it (https://www.twilio.com/docs/content/content-api-resources). */
export interface Template {
  /** Its ContentSid. */
  sid: string;
  name: string;
  /** As Twilio writes it: `en`, `es_MX`. */
  language: string;
  /** Such as `twilio/text`. */
  kind: string;
  /** How it reads, with its placeholders. */
  text: string;
  /** What can be tapped below it. */
  buttons: string[];
  variables: { name: string; example?: string }[];
  /** WhatsApp's decision, as Twilio writes it: `approved`, `pending`, `rejected`, `unsubmitted`, … */
  status: string;
  category?: string;
  rejectionReason?: string;
}

type Fields = Record<string, unknown>;

/** Reads a row of `ContentAndApprovals`; undefined for one without an id or anything to send. */
export function templateOf(row: unknown): Template | undefined {
  const { sid, friendly_name, language, types, variables, approval_requests } = fieldsOf(row);
  const [kind, given] = Object.entries(fieldsOf(types))[0] ?? [];
  if (!text(sid) || !kind) return undefined;
  const approval = fieldsOf(approval_requests);
  const [category, reason] = [text(approval.category), text(approval.rejection_reason)];
  return {
    sid: text(sid)!,
    name: text(friendly_name) ?? text(sid)!,
    language: text(language) ?? '',
    kind,
    text: wordsIn(fieldsOf(given)),
    buttons: buttonsIn(fieldsOf(given)),
    variables: variablesIn(types, fieldsOf(variables)),
    status: text(approval.status) ?? 'unsubmitted',
    ...(category && { category }),
    ...(reason && { rejectionReason: reason }),
  };
}

/** How a template reads with these values in the place of its variables. */
export function rendered(words: string, values: Record<string, string>): string {
  return words.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
}

/** Kinds name their texts differently: a card's headline stands above it, a footer below. */
function wordsIn(given: Fields): string {
  const lines = [given.header_text, given.title, given.body, given.subtitle, given.footer];
  return lines.filter((line) => text(line)).join('\n');
}

function buttonsIn({ actions, items }: Fields): string[] {
  const all = [actions, items].flatMap((list) => (Array.isArray(list) ? list : []));
  return all.flatMap((one) => text(fieldsOf(one).title) ?? text(fieldsOf(one).item) ?? []);
}

/** Wherever they stand: also an address may have one. By number, then by name. */
function variablesIn(types: unknown, examples: Fields): Template['variables'] {
  const found = JSON.stringify(types).matchAll(PLACEHOLDER);
  const names = [...new Set([...found].map(([, name]) => name))];
  const byNumber = new Intl.Collator('en', { numeric: true });
  return names.toSorted(byNumber.compare).map((name) => {
    const example = text(examples[name]);
    return { name, ...(example && { example }) };
  });
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
