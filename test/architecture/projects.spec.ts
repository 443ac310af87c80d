import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What asks for the run's mongod, or is skipped where there is none. */
const WANTS_MONGOD = /inject\('mongo'\)|\b(freshMongoUri|onBothStores|onBothMailboxes)\(/;

/** Elsewhere they would be of the project that starts none, and be skipped without a word. */
it('specs beside the sources that want a mongod are named *mongo.spec.ts', () => {
  const specs = globSync('src/**/*.spec.ts').filter((file) => !file.endsWith('mongo.spec.ts'));
  expect(specs.length).toBeGreaterThan(50);
  const wrong = specs.filter((file) => WANTS_MONGOD.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});
