import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { cureOf, isStorageFailure, StorageError, wasRefused } from './storage.error.js';

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

const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;

it.each([
  ['a lost connection', new MongoNetworkError('closed'), true, false],
  ['what the server refused', { message: 'no', code: 112 }, true, true],
  ['what is no error of its own', new TypeError('a bug'), false, false],
])('the driver wraps all that ends a write of many rows: %s', (_, cause, ofStore, refused) => {
  const error = new MongoBulkWriteError(cause as any, {} as any);
  expect([isStorageFailure(error), wasRefused(error)]).toEqual([ofStore, refused]);
});
