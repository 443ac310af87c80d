import type { Difference } from './difference.js';
import { formerAttempts } from './former-attempts.js';
import { cases, merged, served } from './counted.js';
import { nextInOrder } from '../mongo/rows/message.js';

/** Tables that SQLite fills by its triggers: see migration 15. */
export const DERIVED_TABLES = [/^senders$/, /^found_/];

/** Collections of the processes themselves, and those whose rows stand with other tables. */
export const MONGO_ONLY = ['processes', 'schema', 'served_answers'];

/** All that isn't the same in both stores, by table. */
export const DIFFERENCES: Record<string, Difference> = {
  settings: {
    collection: 'settings',
    paths: { name: 'name', value: 'value' },
    kinds: { name: 'text', value: 'text' },
    // What is asked of the store itself, who leads, and what a start completes.
    skipped: ({ name }) => name === 'last_check' || name === 'phone_forms_united',
    skippedInMongo: ({ _id }) =>
      [
        'reconciliation_lease',
        'inbox_rows_complete',
        'announced_until',
        'phone_forms_united',
      ].includes(_id),
    id: ({ name }) => name,
    toDocument: (document, { name, value }) =>
      isCounted(name as string) ? { ...document, value: Number(value) } : document,
    fromDocument: (document) =>
      isCounted(document._id) ? { ...document, value: String(document.value) } : document,
  },
  whatsapp_sessions: { mongoOnly: ['words'] },
  conversations: {
    paths: {
      window_start: 'window.start',
      window_count: 'window.count',
      window_noticed: 'window.noticed',
      window_day: 'window.day',
      window_answers: 'window.answers',
      window_told: 'window.told',
      used_on: 'used.on',
      used_tokens: 'used.tokens',
      used_cost: 'used.cost',
    },
    kinds: {
      window_start: 'number',
      window_count: 'number',
      window_noticed: 'boolean',
      window_day: 'text',
      window_answers: 'number',
      window_told: 'boolean',
      used_on: 'text',
      used_tokens: 'number',
      used_cost: 'number',
    },
    mongoOnly: ['made_by', 'lease', 'answers', 'has_merged', 'summary'],
    finish: merged,
  },
  summaries: {
    collection: 'conversations',
    within: { parent: 'conversation_id', fields: ['summary'] },
    kinds: { text: 'text', message_id: 'text', until: 'time' },
  },
  messages: { mongoOnly: ['words', 'cases', 'feedback'] },
  feedback: {
    collection: 'messages',
    within: { parent: 'answer_id', fields: ['feedback'] },
    kinds: { verdict: 'text', note: 'text', correction_id: 'text', given_at: 'time' },
  },
  turns: { mongoOnly: ['revision'], nulls: ['outcome'], added: () => ({ revision: 0 }) },
  outbox: {
    mongoOnly: ['former_sids', 'former_attempts', 'former_pairs', 'received_at'],
    // SQLite's own functions make it, and write null for what there is none of.
    sparse: ['heard', 'attempt_log'],
    times: [
      'heard.at',
      'attempt_log.at',
      'attempt_log.answer.at',
      'attempt_log.result.at',
      'attempt_log.result.next',
    ],
  },
  former_attempts: formerAttempts,
  erasures: {
    paths: { merged_into: 'into' },
    mongoOnly: ['seq'],
    added: () => ({ seq: nextInOrder() }),
  },
  curated_answers: { sqliteOnly: ['served', 'last_served_at'], ...served },
  twilio_numbers: { id: ({ account, number }) => `${account} ${number}` },
  content_resources: { id: ({ account, hash }) => `${account} ${hash}` },
  settings_history: { paths: { before: 'from', after: 'to' } },
  evaluation_cases: { anew: ['seq'], order: { created_at: 1, _id: 1 }, finish: cases },
};

/** Settings that SQLite counts in text, and MongoDB in numbers. */
function isCounted(name: string): boolean {
  return name.endsWith('_version');
}
