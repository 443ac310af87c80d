import type { TestApp } from '../support/app.js';
import type { Fields } from '../support/twilio/form.js';
import { aSid } from '../support/stores/mailboxes.js';

type Otherwise = NonNullable<Parameters<TestApp['post']>[1]>;
/** How a row is sent; `raw` is made for the row's own sender. */
export type Sent = Omit<Otherwise, 'raw'> & { raw?: (from: string) => string | Buffer };
/** What is sent besides a right From and Body, or in place of them. */
type Row = [name: string, fields: Fields, sent?: Sent];

export const FORM = 'application/x-www-form-urlencoded';
const type = (name: string) => ({ headers: { 'Content-Type': name } });
const raw = (more: string | Buffer) => (from: string) =>
  Buffer.concat([Buffer.from(`From=${encodeURIComponent(from)}&`), Buffer.from(more)]);
const padded = (length: number) => (from: string) => {
  const start = `Body=Hola&From=${encodeURIComponent(from)}&Pad=`;
  return start + 'x'.repeat(length - start.length);
};
/** Names that an object has from its prototype, or that a parser takes for a path. */
const ODD_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'];
const ODD_PATHS = ['a[b]', 'a[]', 'Body[]', 'From[0]', '__proto__[admin]', '', '$where', 'a.b'];
const named = (names: string[]) => Object.fromEntries(names.map((name) => [name, 'x']));
const many = (count: number) => named(Array.from({ length: count }, (_, n) => `f${n}`));

/** Refused: the status, and the field that the problem names. */
export const REFUSED: [status: number, field: string | undefined, ...Row][] = [
  [403, undefined, 'no signature', {}, { signature: null }],
  [403, undefined, 'an empty signature', {}, { signature: '' }],
  [403, undefined, 'a wrong signature', {}, { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  [403, undefined, 'a signature that is no base64', {}, { signature: '\u00e1'.repeat(28) }],
  [403, undefined, "another token's", {}, { token: 'another' }],
  [403, undefined, 'a foreign account', { AccountSid: `AC${'9'.repeat(32)}` }],
  [403, undefined, 'an empty account', { AccountSid: '' }],
  [403, undefined, 'an account twice', { AccountSid: ['a', 'b'] }],
  [400, 'From', 'no From', { From: undefined }],
  [400, 'From', 'an empty From', { From: '' }],
  [400, 'From', 'From twice', { From: ['whatsapp:+15005550006', 'whatsapp:+15005550007'] }],
  [
    400,
    'From',
    'the same From twice',
    { From: ['whatsapp:+15005550006', 'whatsapp:+15005550006'] },
  ],
  [400, 'Body', 'Body twice', { Body: ['a', 'b'] }],
  [400, 'MessageSid', 'MessageSid twice', { MessageSid: [aSid(), aSid()] }],
  [400, 'MessageSid', 'a long MessageSid', { MessageSid: 'S'.repeat(65) }],
  [400, 'MessageSid', 'a MessageSid with a dollar', { MessageSid: '$where' }],
  [400, 'MessageSid', 'a MessageSid with a dot', { MessageSid: 'a.b' }],
  [400, 'MessageSid', 'a MessageSid with NUL', { MessageSid: 'SM\u0000' }],
  [413, undefined, '64 KiB and one byte', {}, { raw: padded(65_537) }],
  [
    415,
    undefined,
    'JSON',
    {},
    { raw: () => '{"From":"whatsapp:+15005550006"}', ...type('application/json') },
  ],
  [415, undefined, 'multipart', {}, type('multipart/form-data; boundary=x')],
  [415, undefined, 'plain text', {}, type('text/plain')],
  [415, undefined, 'a content type that only begins like a form', {}, type(`${FORM}x`)],
  [415, undefined, 'an unknown charset', {}, type(`${FORM}; charset=klingon`)],
  [415, undefined, 'an unknown encoding', {}, { headers: { 'Content-Encoding': 'klingon' } }],
  [400, undefined, 'gzip that is none', {}, { headers: { 'Content-Encoding': 'gzip' } }],
];

/** Refused too, but only of a caller that isn't Twilio, whose messages are kept whatever they hold. */
export const REFUSED_OF_OTHERS: typeof REFUSED = [
  [400, 'From', 'a phone alone', { From: '+15005550006' }],
  [400, 'From', 'a phone without its plus', { From: 'whatsapp:15005550006' }],
  [400, 'From', 'a plus that became a space', { From: 'whatsapp: 15005550006' }],
  [400, 'From', 'an SMS', { From: 'sms:+15005550006' }],
  [400, 'From', 'a line break behind it', { From: 'whatsapp:+15005550006\n' }],
  [400, 'From', 'other digits', { From: 'whatsapp:+١٥٠٠٥٥٥٠٠٠٦' }],
  [400, 'From', 'a user id without end', { From: `whatsapp:US.${'1'.repeat(129)}` }],
  [400, 'Body', 'no Body', { Body: undefined }],
  [400, 'Body', 'an empty Body', { Body: '' }],
  [400, 'Body', 'spaces only', { Body: ' \n\t\u00a0\u3000' }],
  [400, 'Body', 'control characters only', { Body: '\u0000\u0007\u0085' }],
  [400, 'Body', 'too long', { Body: 'x'.repeat(4097) }],
  [400, 'Body', 'a place that is none, and no text', { Body: '', Latitude: 'NaN', Longitude: '1' }],
  [400, 'Body', 'half a place, and no text', { Body: '', Latitude: '1' }],
  [400, 'Body', 'blanks for a place, and no text', { Body: '', Latitude: ' ', Longitude: ' ' }],
  [400, 'Body', 'media without an address', { Body: '', NumMedia: '1', MediaUrl0: 'x' }],
  [400, 'Body', 'media by number only', { Body: '', NumMedia: '1000000000' }],
];

/** Taken and answered: the text that is kept, when it isn't `Hola`. */
export const TAKEN: [text: string, ...Row][] = [
  ['', 'no Body', { Body: undefined }],
  ['', 'control characters only', { Body: '\u0000\u0007\u0085' }],
  ['', 'media by number only', { Body: '', NumMedia: '1000000000', MessageType: 'image' }],
  ['', 'half a place, and no text', { Body: '', Latitude: '1', MessageType: 'location' }],
  ['', 'a kind to come', { Body: '', MessageType: '__proto__' }],
  ['Hola', 'no AccountSid', { AccountSid: undefined }],
  ['Hola', 'no MessageSid', { MessageSid: undefined }],
  ['Hola', 'an empty MessageSid', { MessageSid: '' }],
  ['Hola', 'a MessageSid that is no SID', { MessageSid: 'constructor' }],
  ['Hola', 'fields that nobody knows', { Novelty: '1', 'X-1': '' }],
  ['Hola', 'names of Object members', named(ODD_NAMES)],
  ['Hola', 'names like paths', named(ODD_PATHS)],
  ['Hola', 'thousands of fields', many(5000)],
  ['Hola', 'repeated fields that are not read', { Extra: ['b', 'a', 'b'] }],
  ['Hola', 'a repeated name', { ProfileName: ['', 'Ada', 'Bob'] }],
  ['Hola', 'every known field twice', Object.fromEntries(repeated())],
  ['Hola', 'NumMedia=abc', { NumMedia: 'abc' }],
  ['Hola', 'NumMedia=-1', { NumMedia: '-1' }],
  ['Hola', 'NumMedia=1e9', { NumMedia: '1e9' }],
  ['Hola', 'a media address that is none', { NumMedia: '1', MediaUrl0: 'not an address' }],
  [
    'Hola',
    'media of a long and odd kind',
    { MediaUrl0: 'https://x/', MediaContentType0: '\u0000/'.repeat(500) },
  ],
  ['Hola', 'Latitude=NaN', { Latitude: 'NaN', Longitude: 'Infinity' }],
  ['Hola', 'Latitude=1e999', { Latitude: '1e999', Longitude: '0' }],
  ['Hola', 'broken JSON in ChannelMetadata', { ChannelMetadata: '{"type":"whatsapp","data":' }],
  ['Hola', 'an ExternalUserId that is none', { ExternalUserId: '{"$gt":""}' }],
  ['Hola', 'a long ProfileName', { ProfileName: '👩‍👩‍👧‍👦'.repeat(300) }],
  ['a\nb', 'NUL and carriage returns', { Body: '\u0000a\r\nb\u0007' }],
  ['\ufffd\ufffd', 'invalid UTF-8, escaped', {}, { raw: raw('Body=%FF%FE') }],
  ['\ufffd\ufffd', 'invalid UTF-8, raw', {}, { raw: raw(Buffer.from('Body=\xff\xfe', 'latin1')) }],
  ['\ufffd\ufffd\ufffd', 'half a character', {}, { raw: raw('Body=%ED%A0%80') }],
  ['100% %zz', 'escapes that are none', {}, { raw: raw('Body=100%+%zz') }],
  ['Hola', '64 KiB exactly', {}, { raw: padded(65_536) }],
  ['$where', 'a text for a database', { Body: '$where' }],
  ['Hola', 'a charset', {}, type(`${FORM}; charset=utf-8`)],
];

function* repeated(): Generator<[string, string[]]> {
  const known = ['ExternalUserId', 'MessageType', 'OriginalRepliedMessageSid', 'Latitude'];
  const more = ['Longitude', 'Address', 'Label', 'ButtonText', 'ButtonPayload', 'NumMedia', 'WaId'];
  for (const name of [...known, ...more, 'MediaUrl0', 'MediaContentType0'])
    yield [name, ['1', '2']];
}
