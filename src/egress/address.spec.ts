import { expect, it } from 'vitest';
import { checkPort, fetchable, redirected } from './address.js';

it.each([
  ['HTTPS://Shop.Example:443/Menu?b=2&a=1#drinks', 'https://shop.example/Menu?b=2&a=1'],
  ['http://shop.example', 'http://shop.example/'],
  ['http://shop.example:8080/a/../b c', 'http://shop.example:8080/b%20c'],
  ['https://café.example/', 'https://xn--caf-dma.example/'],
])('%s is kept as %s', (address, kept) => {
  expect(fetchable(address).href).toBe(kept);
});

it('follows from https to https, and from http up, and never down', () => {
  const safe = new URL('https://shop.example/a/b');
  expect(redirected(safe, '../c#d').href).toBe('https://shop.example/c');
  expect(redirected(new URL('http://shop.example/'), safe.href).href).toBe(safe.href);
  const down = () => redirected(safe, 'http://shop.example/a');
  expect(down).toThrow(/from https: to http:.*give that address itself/);
});

it('has ports by default', () => {
  const ports = new Set([80, 443]);
  for (const address of ['http://a.example/', 'https://a.example/', 'http://a.example:443/'])
    expect(() => checkPort(new URL(address), ports)).not.toThrow();
  const other = () => checkPort(new URL('http://a.example:81/'), ports);
  expect(other).toThrow('Nothing is fetched from port 81: pages are served on 80, 443.');
});
