import { parse } from 'node:querystring';
import {
  array,
  asyncProperty,
  assert,
  constantFrom,
  oneof,
  option,
  record,
  string,
  tuple,
} from 'fast-check';
import { expect, it } from 'vitest';
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { ask } from '../bad-input/ask.js';
import { withApp } from '../support/app.js';

/** `npm test` has so many runs; FUZZ_RUNS sets another number, FUZZ_SEED other ones. */
const { FUZZ_RUNS = '300', FUZZ_SEED = '1' } = process.env;

const FORM = 'application/x-www-form-urlencoded';
const STATUS = '/api/v1/whatsapp/status';

/** How one text may stand in a form. */
const ENCODINGS: ((text: string) => string)[] = [
  encodeURIComponent,
  (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  (text) => encodeURIComponent(text).toLowerCase(),
  (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  // As it is: what it holds of &, =, + and % counts as the form's own signs.
  (text) => text.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent),
];

const word = oneof(
  string({ maxLength: 12, unit: 'grapheme' }),
  constantFrom(
    '',
    'MessageSid',
    'From',
    'Body',
    '__proto__',
    'constructor',
    'a[b]',
    'a[]',
    '%',
    '+',
  ),
);
const field = tuple(word, word, constantFrom(...ENCODINGS));
const query = oneof(
  constantFrom(
    '',
    '?',
    '?a=1',
    '?a=1&a=2',
    '?b=2&a=1',
    '?x=%41',
    '?x=%zz',
    '?x=ü',
    '?bodySHA256=1',
  ),
  string({ maxLength: 10 }).map((text) => `?q=${encodeURIComponent(text)}`),
);
const type = constantFrom(
  FORM,
  `${FORM}; charset=utf-8`,
  `${FORM};charset=UTF-8`,
  FORM.toUpperCase(),
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
  'x',
);

/** What is done to a request after it was signed; most have nothing done to them. */
const tampering = constantFrom(
  ...Array(6).fill('nothing'),
  'field added',
  'order turned',
  'query changed',
  'signature cut',
  'signature of another token',
  'no signature',
  'signature twice',
  'another account',
);

const request = record({
  fields: array(field, { maxLength: 8 }),
  query,
  type,
  tampering,
  account: option(constantFrom('ours'), { nil: 'none' }),
});

withApp(
  'the signature guard',
  {},
  (app) => {
    it('takes what the official helper says is signed, and nothing else', async () => {
      const { accountSid, authToken } = app().emulator.options;
      const { port } = new URL(app().publicUrl);
      const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`);
      const seen = { taken: 0, refused: 0, other: 0 };

      const encoded = ([name, value, as]: [string, string, (text: string) => string]) =>
        `${as(name)}=${as(value)}`;

      await assert(
        asyncProperty(request, async (one) => {
          const account = one.account === 'ours' ? [`AccountSid=${accountSid}`] : [];
          let parts = [...account, ...one.fields.map(encoded)];
          // The client refuses what no header line may have: such bytes go encoded.
          let path = STATUS + one.query.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
          const formOf = (all: string[]) => ({ ...parse(all.join('&'), '&', '=', { maxKeys: 0 }) });
          const token = one.tampering === 'signature of another token' ? 'x'.repeat(32) : authToken;
          let signature = getExpectedTwilioSignature(token, names[0] + path, formOf(parts));

          if (one.tampering === 'field added') parts.push('Added=1');
          if (one.tampering === 'order turned') parts = parts.toReversed();
          if (one.tampering === 'query changed') path += path.includes('?') ? '&z=1' : '?z=1';
          if (one.tampering === 'signature cut') signature = signature.slice(0, -2);
          if (one.tampering === 'signature twice') signature = `${signature}, ${signature}`;
          if (one.tampering === 'another account')
            parts = parts.map((part) => part.replace(accountSid, `AC${'0'.repeat(32)}`));
          const headers: Record<string, string> = {
            ...(one.type && { 'Content-Type': one.type }),
            ...(one.tampering !== 'no signature' && { 'X-Twilio-Signature': signature }),
          };
          const body = parts.join('&');
          const answer = await ask(app().publicUrl, { method: 'POST', path, headers, body });

          const form = formOf(parts);
          const isForm = one.type.toLowerCase().startsWith(FORM);
          const isOurs = form.AccountSid === undefined || form.AccountSid === accountSid;
          const signed =
            one.tampering !== 'no signature' &&
            names.some((name) => validateRequest(authToken, signature, name + path, form));
          const { status } = answer;
          const where = { ...one, path, body, status };
          expect(status, JSON.stringify(where)).toBeLessThan(500);
          if (!isForm && body) {
            // Refused for its type, or for having no signature, whichever is looked at first.
            expect([400, 403, 415], JSON.stringify(where)).toContain(status);
            seen.other++;
          } else if (isForm && signed && isOurs) {
            expect(status, JSON.stringify(where)).not.toBe(403);
            seen.taken++;
          } else if (isForm) {
            expect(status, JSON.stringify(where)).toBe(403);
            seen.refused++;
          }
        }),
        { numRuns: Number(FUZZ_RUNS), seed: Number(FUZZ_SEED) },
      );
      for (const many of Object.values(seen)) expect(many).toBeGreaterThan(Number(FUZZ_RUNS) / 20);
    });
  },
  ['sqlite'],
);
