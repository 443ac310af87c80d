import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { expect, it } from 'vitest';
import { checkedForm } from './signed-fields.js';

const signed = (form: Record<string, unknown>) =>
  getExpectedTwilioSignature('the-token', 'https://bot.example.com/x', form);

it('a form as Twilio sends it is checked as it came', () => {
  const form = { From: 'whatsapp:+12025550123', Body: '', Extra: ['b', 'a', 'b'] };
  expect(checkedForm(form)).toBe(form);
});

it.each([
  [
    'many fields',
    Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`${n % 97}-${n}`, 'é'])),
  ],
  [
    'a field that is often repeated',
    { z: '', a: Array.from({ length: 9000 }, (_, n) => `${n % 7}`) },
  ],
  ['odd names among many', { ['__proto__']: '1', A: '2', a: '3', é: Array(600).fill('x') }],
])('%s become one, which is signed alike', (_, form) => {
  const checked = checkedForm(form);
  expect(Object.keys(checked)).toHaveLength(1);
  expect(signed(checked)).toBe(signed(form));
});
