import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { objectionTo, OURS } from './options.js';

const SECRET = 'mongodb://who:a-password@127.0.0.1/recado';

/** What the driver makes of an address and of `OURS`. */
const resolved = (query: string) => new mongoose.mongo.MongoClient(SECRET + query, OURS).options;

test.each([
  ['readPreference=secondaryPreferred', /^take readPreference=secondaryPreferred out: .*primary$/],
  ['readPreference=nearest', /primary$/],
  ['READPREFERENCE=secondary', /primary$/],
  ['readPreferenceTags=dc:west', /^take readPreferenceTags out/],
  ['readPreference=secondary&maxStalenessSeconds=120', /primary$/],
  ['readConcernLevel=linearizable', /^take readConcernLevel=linearizable out/],
  ['readConcernLevel=available', /^take readConcernLevel=available out/],
  ['w=0', /^take w=0 out: .*majority/],
  ['w=1', /^take w=1 out: .*majority/],
  ['w=2', /^take w=2 out: .*majority/],
  ['w=ofMyOwn', /^take w=ofMyOwn out: .*majority/],
  ['w=majority&journal=false', /^take journal=false out/],
  ['j=false', /^take journal=false out/],
  ['wtimeoutMS=5000', /^take wtimeoutMS out/],
  ['wtimeout=5000', /^take wtimeoutMS out/],
  ['retryWrites=false', /^take retryWrites=false out/],
  ['retryReads=false', /^take retryReads=false out/],
  ['noSuchOption=1', /nosuchoption/],
])('an address is refused in one line that does not show it: %s', (query, line) => {
  const objection = objectionTo(`${SECRET}?${query}`);
  expect(objection).toMatch(line);
  expect(objection).not.toMatch(/a-password|\n/);
});

test.each([
  '',
  '?retryWrites=true&w=majority&appName=Cluster0',
  '?replicaSet=rs0&readPreference=primary&journal=true&readConcernLevel=majority&wtimeoutMS=0',
  '?directConnection=true&maxPoolSize=20&tls=true&authSource=admin',
])('an address that says the same, or nothing of it, is taken: %s', (query) => {
  expect(objectionTo(SECRET + query)).toBeUndefined();
});

test.each([
  '',
  '?readPreference=nearest&w=1&journal=false&wtimeoutMS=9&retryWrites=false&raw=true',
])('what the driver does is set here, whatever the address says: %s', (query) => {
  expect(resolved(query)).toMatchObject({
    readPreference: { mode: 'primary' },
    readConcern: { level: 'local' },
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: 0 },
    retryWrites: true,
    retryReads: true,
    raw: false,
  });
});
