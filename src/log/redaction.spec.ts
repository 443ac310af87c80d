import { expect, it } from 'vitest';
import { maskLine, KnownSecrets, maskAddressesIn } from './redaction.js';

it('cover the addresses inside a text and leave codes alone', () => {
  const text =
    "The 'To' number whatsapp:+15005550006 (15005550006) is not valid, nor whatsapp:US.1349: 21211";
  expect(maskAddressesIn(text)).toBe(
    "The 'To' number whatsapp:…06 (…06) is not valid, nor whatsapp:…9:: 21211".replace('::', ':'),
  );
});

it('takes people and credentials out of a line of the log', () => {
  expect(maskLine('from whatsapp:%2B15005550006 with Bearer abcdefgh1234')).toBe(
    'from …06 with Bearer …',
  );
  expect(maskLine('US.ENT.11815799212886844830, whatsapp:some.user-name@x')).toBe('…30, …@x');
});

it('hides the secrets that it was told, in whole, and no ordinary words', () => {
  const secrets = new KnownSecrets();
  secrets.add('a-long-secret', 'short', undefined);
  expect(secrets.hide('GET /?key=a-long-secret: short a-long-secret')).toBe(
    'GET /?key=••••••: short ••••••',
  );
});
