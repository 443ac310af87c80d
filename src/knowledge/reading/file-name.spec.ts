import { describe, expect, it } from 'vitest';
import { extensionOf } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['Prices.PDF', 'pdf'],
    ['archive.tar.gz', 'gz'],
    ['README', ''],
    ['.env', ''],
    ['https://shop.example/prices.html?from=a.pdf', 'html'],
    ['https://shop.example/', ''],
  ])('%j ends in %j', (name, extension) => expect(extensionOf(name)).toBe(extension));
});
