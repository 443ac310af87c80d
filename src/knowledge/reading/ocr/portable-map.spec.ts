import { expect, it } from 'vitest';
import { asPortableMap } from './portable-map.js';

/** Three pixels by two, as numbers from 1 to 6. */
const SIX = {
  width: 3,
  height: 2,
  kind: 2,
  data: Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((n) => [n, n, n])),
};

function read(map: Uint8Array): [head: string, pixels: number[]] {
  const text = Buffer.from(map).toString('latin1');
  const head = /^P5\n\d+ \d+\n255\n/.exec(text)![0];
  return [head.split('\n')[1], [...map.subarray(head.length)]];
}

it.each([
  [0, '3 2', [1, 2, 3, 4, 5, 6]],
  [90, '2 3', [4, 1, 5, 2, 6, 3]],
  [180, '3 2', [6, 5, 4, 3, 2, 1]],
  [-90, '2 3', [3, 6, 2, 5, 1, 4]],
  [630, '2 3', [3, 6, 2, 5, 1, 4]],
])('turns a picture clockwise by %d degrees', (rotate, size, pixels) =>
  expect(read(asPortableMap(SIX, rotate))).toEqual([size, pixels]),
);

it('reads a bit for each pixel, and colours with their opacity', () => {
  const bits = { width: 9, height: 2, kind: 1, data: Uint8Array.from([0b10100000, 0x80, 0, 0]) };
  const row = [255, 0, 255, 0, 0, 0, 0, 0, 255];
  expect(read(asPortableMap(bits, 0))).toEqual(['9 2', [...row, ...row.map(() => 0)]]);
  const colours = {
    width: 2,
    height: 1,
    kind: 3,
    data: Uint8Array.from([255, 0, 0, 9, 0, 255, 0, 9]),
  };
  expect(read(asPortableMap(colours, 0))).toEqual(['2 1', [76, 153]]);
});
