import { describe, expect, it } from 'vitest';
import { checkSize } from './image-size.js';

const word = (value: number, big = false) => {
  const bytes = Buffer.alloc(4);
  if (big) bytes.writeUInt32BE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
};
const half = (value: number) => word(value).subarray(0, 2);
const join = (...parts: (string | Buffer)[]) =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    Buffer.alloc(9),
  ]);
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();

/** The heads of pictures of `width` by `height`. */
const HEADS: Record<string, (width: number, height: number) => Buffer> = {
  PNG: (w, h) => join('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', word(w, true), word(h, true)),
  JPEG: (w, h) => join('\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC2\0\x11\x08', swap(half(h)), swap(half(w))),
  GIF: (w, h) => join('GIF89a', half(w), half(h)),
  BMP: (w, h) => join('BM', Buffer.alloc(16), word(w), word(-h >>> 0)),
  'WebP, lossy': (w, h) => join('RIFF....WEBPVP8 ', Buffer.alloc(10), half(w), half(h)),
  'WebP, lossless': (w, h) => join('RIFF....WEBPVP8L....\x2f', word((w - 1) | ((h - 1) << 14))),
  'WebP, extended': (w, h) =>
    join(
      'RIFF....WEBPVP8X',
      Buffer.alloc(8),
      word(w - 1).subarray(0, 3),
      word(h - 1).subarray(0, 3),
    ),
  TIFF: (w, h) =>
    join(
      'II*\0',
      word(8),
      half(2),
      half(256),
      half(4),
      word(1),
      word(w),
      half(257),
      half(3),
      word(1),
      half(h),
    ),
};

describe.each(Object.entries(HEADS))('a picture: %s', (_, head) => {
  it('may be large, but not any size', () => {
    expect(() => checkSize(head(4000, 3000))).not.toThrow();
    expect(() => checkSize(head(16_000, 10_000))).toThrow('16000 by 10000 pixels');
  });

  it('that ends within its head is damaged', () => {
    for (const length of [4, 9])
      expect(() => checkSize(head(4000, 3000).subarray(0, length))).toThrow('damaged');
  });
});

it('that never says its size is damaged', () => {
  expect(() => checkSize(Buffer.from('\xFF\xD8\xFF\xE0\0\0', 'latin1'))).toThrow('damaged');
  expect(() => checkSize(HEADS.PNG(0, 10))).toThrow('damaged');
});
