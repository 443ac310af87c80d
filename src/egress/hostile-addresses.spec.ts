import { assert, asyncProperty, constantFrom, integer, tuple } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Web } from '../../test/support/web.js';

let web: Web;
beforeAll(async () => void (web = await Web.start()));
afterAll(() => web.close());

const refused = { name: 'EgressError', reason: 'refused' };
const tried = (address: string) => web.egress().get(address);

/** Ways of writing an address that isn't public, each of which has got past some filter. */
it.each([
  'http://127.0.0.2./',
  'http://127.0.0.2:80@10.0.0.1/',
  'http://shop.example@10.0.0.1/',
  'http://10.0.0.1#@shop.example/',
  'http://10.0.0.1?@shop.example/',
  'http://10.0.0.1\\@shop.example/',
  'http:\\\\10.0.0.1\\',
  'http:/10.0.0.1/',
  'http:10.0.0.1',
  'http://0x0a.0x00.0x00.0x01/',
  'http://012.1/',
  'http://0xa000001/',
  'http://167772161/',
  'http://00000000012.0.0.1/',
  'http://0300.0250.0.1/',
  'http://%31%30.0.0.1/',
  'http://10。0。0。1/',
  'http://①⓪.⓪.⓪.①/',
  'http://１０.0.0.1/',
  'http://100.64.0.1/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::127.0.0.2]/',
  'http://[::ffff:7f00:2]/',
  'http://[0:0:0:0:0:ffff:10.0.0.1]/',
  'http://[::ffff:0:10.0.0.1]/',
  'http://[64:ff9b::7f00:2]/',
  'http://[64:ff9b:1::10.0.0.1]/',
  'http://[2002:a00:1::]/',
  'http://[2002:7f00:2::1]/',
  'http://[2001:0:a00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
])('%s is refused before anything is sent', async (address) => {
  await expect(tried(address)).rejects.toMatchObject(refused);
  expect(web.asked).toEqual([]);
});

const byte = integer({ min: 0, max: 255 });
const PRIVATE = [[10], [127], [169, 254], [172, 16], [172, 31], [192, 168], [100, 64], [0]];
const FORMS: ((n: number) => string)[] = [
  String,
  (n) => `0${n.toString(8)}`,
  (n) => `0x${n.toString(16)}`,
  (n) => `0X0${n.toString(16).toUpperCase()}`,
];
const numberOf = (bytes: number[]) => bytes.reduce((sum, one) => sum * 256 + one, 0);

it('whatever private address it is, in whatever notation, it is refused', async () => {
  const one = tuple(
    constantFrom(...PRIVATE),
    tuple(byte, byte, byte),
    tuple(...Array.from({ length: 4 }, () => constantFrom(...FORMS))),
    constantFrom(1, 2, 3, 4),
  );
  await assert(
    asyncProperty(one, async ([begin, rest, forms, many]) => {
      const bytes = [...begin, ...rest].slice(0, 4);
      // Of fewer than four parts the last one has all bytes that are left.
      const parts = [...bytes.slice(0, many - 1), numberOf(bytes.slice(many - 1))];
      const host = parts.map((part, n) => forms[n](part)).join('.');
      const mapped = `[::ffff:${bytes.join('.')}]`;
      for (const address of [host, mapped])
        await expect(tried(`http://${address}/`), address).rejects.toMatchObject(refused);
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(web.asked).toEqual([]);
});
