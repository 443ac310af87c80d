import { expect, it } from 'vitest';
import { refusal } from '../../test/support/refusal.js';
import { readEnv } from './read-env.js';

it.each([
  'https://example.com/my_bot',
  'https://xn--bcher-kva.example.com:8443/men%C3%BA/~x',
  'http://[2001:db8::1]/bot',
  'http://127.0.0.1:3000',
  `https://example.com/${'a'.repeat(3700)}`,
])('PUBLIC_URL may be such a one: %s', (PUBLIC_URL) => {
  expect(readEnv('/dev/null', { PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL);
});

it.each([
  ['https://my_bot.example.com', /underscore.*21609/],
  ['https://a.my_bot.example.com:8443/x', /underscore/],
  [`https://example.com/${'a'.repeat(3800)}`, /3800 characters/],
  ['https://bücher.example.com', /encoded/],
  ['https://example.com/menú', /encoded/],
  ['https://example.com/100%', /encoded/],
  ['https://example.com/a"b', /encoded/],
])('PUBLIC_URL stops the start where Twilio would refuse its callbacks: %s', (PUBLIC_URL, why) => {
  const lines = refusal({ PUBLIC_URL }).split('\n');
  expect(lines).toEqual([expect.stringMatching(/^PUBLIC_URL must /)]);
  expect(lines[0]).toMatch(why);
});
