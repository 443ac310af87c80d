import type { Fields } from '../support/twilio/form.js';

/** A status callback: what is said besides a right MessageSid and MessageStatus, or in their place. */
export interface Row {
  name: string;
  fields: Fields;
  query?: string;
  /** What the problem names. */
  field?: string;
  /** It is about a message that we sent and that was delivered. */
  ours?: boolean;
}

const sid = (name: string, MessageSid: Fields[string]): Row => ({
  name,
  field: 'MessageSid',
  fields: { MessageSid },
});
const status = (name: string, MessageStatus: Fields[string]): Row => ({
  name,
  field: 'MessageStatus',
  fields: { MessageStatus },
});

export const REFUSED: Row[] = [
  sid('no MessageSid', undefined),
  sid('an empty MessageSid', ''),
  sid('a long MessageSid', 'S'.repeat(65)),
  sid('a MessageSid for a database', '{"$gt":""}'),
  sid('a MessageSid with NUL', 'SM\u0000'),
  status('no MessageStatus', undefined),
  status('an empty MessageStatus', ''),
  status('a MessageStatus in capitals', 'DELIVERED'),
  status('a long MessageStatus', 's'.repeat(33)),
  status('a MessageStatus of two lines', 'sent\nfailed'),
];

const ours = (name: string, fields: Fields, query?: string): Row => ({
  name,
  fields,
  query,
  ours: true,
});

export const IDLE: Row[] = [
  { name: 'a SID that nobody knows', fields: {} },
  { name: 'a SID that is none', fields: { MessageSid: 'constructor' } },
  { name: 'a failure of a SID that nobody knows', fields: { MessageStatus: 'failed' } },
  { name: 'two unknown SIDs', fields: { MessageSid: ['SM1', 'SM2'] } },
  ours('an attempt that is none', {}, '?attempt=x'),
  ours('an empty attempt', {}, '?attempt='),
  ours('two attempts', {}, '?attempt=1&attempt=2'),
  ours('an attempt without end', {}, `?attempt=${'0'.repeat(8000)}`),
  ours('an attempt that nobody made', {}, '?attempt=00000000-0000-4000-8000-000000000000'),
  ours('an attempt as an object', {}, '?attempt[$gt]='),
  ours("a field of the operator's own", {}, '?attempt=x&shop=1'),
  ours('a status that nobody knows', { MessageStatus: 'novel' }),
  ours('a status of an Object', { MessageStatus: '__proto__' }),
  ours('an earlier status', { MessageStatus: 'queued' }),
  ours('the same status twice', { MessageStatus: ['sent', 'delivered'] }),
  ours('error codes that are none', { ErrorCode: 'abc' }),
  ours('two error codes', { ErrorCode: ['63016', '63018'] }),
  ours('an error code beyond numbers', { ErrorCode: '1e999' }),
  ours('names of Object members', { ['__proto__']: 'x', constructor: 'x', toString: 'x' }),
  ours('invalid UTF-8 in a message', { ErrorMessage: '\ufffd\u0000' }),
  ours('thousands of characters', { ErrorMessage: 'x'.repeat(50_000) }),
];
