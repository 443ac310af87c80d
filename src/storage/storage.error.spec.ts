import { expect, it } from 'vitest';
import { cureOf, StorageError } from './storage.error.js';

const refused = (errcode: number) => Object.assign(new StorageError('no'), { errcode });

it.each([
  ['a full disk', 13, /^Make room/],
  ['a read-only one', 8, /can be written/],
  ['pages that do not fit together', 11, /damaged.*backup/],
  ['the same, of an index (extended)', 11 | (3 << 8), /damaged.*backup/],
  ['no database at all', 26, /damaged.*backup/],
])('what SQLite refused has its own cure: %s', (_, errcode, cure) => {
  expect(cureOf(refused(errcode))).toMatch(cure);
});

it('MongoDB is another thing', () => {
  expect(cureOf(new StorageError('MongoDB cannot be reached.'))).toMatch(/MONGODB_URI/);
});
