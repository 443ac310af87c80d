import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Schema } from 'mongoose';
import { expect, it } from 'vitest';
import { Database } from '../../src/storage/sqlite/database.js';
import { migrate } from '../../src/storage/sqlite/migrate.js';
import { planOf, type TableInfo } from '../../src/storage/transfer/plan.js';
import { allSchemas } from '../../src/storage/transfer/schemas.js';
import { tablesOf } from '../../src/storage/transfer/sqlite-side.js';

/** The tables of the newest schema. */
function tables(): TableInfo[] {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const file = join(directory, 'recado.sqlite');
  const database = new Database(file);
  migrate(database);
  database.close();
  const db = new DatabaseSync(file);
  try {
    return tablesOf(db);
  } finally {
    db.close();
    rmSync(directory, { recursive: true });
  }
}

const KNOWN = tables();
const SCHEMAS = await allSchemas();
const column = (name: string, type = 'TEXT', pk = 0) => ({ name, type, pk, dflt_value: null });
const withColumn = (table: string, ...more: ReturnType<typeof column>[]) =>
  KNOWN.map((one) => (one.name === table ? { ...one, columns: [...one.columns, ...more] } : one));
const withSchema = (name: string, schema: Schema) => new Map([...SCHEMAS, [name, schema]]);

it('every table, column, collection and field can go from store to store', () => {
  const plans = planOf(KNOWN, SCHEMAS);
  expect(plans.length).toBeGreaterThan(20);
});

it('a table of the same name and shape in both needs no word', () => {
  const table = {
    name: 'coupons',
    columns: [column('code', 'TEXT', 1), column('more'), column('used_at', 'INTEGER')],
  };
  const schema = new Schema({ _id: String, more: Object, used_at: Date }, { versionKey: false });
  const plan = planOf([...KNOWN, table], withSchema('coupons', schema)).at(-1)!;
  expect(plan.columns.map(({ path, kind }) => `${path}: ${kind}`)).toEqual([
    '_id: text',
    'more: json',
    'used_at: time',
  ]);
});

it('refuses what one of the stores has alone, and says where to say how it goes', () => {
  const table = { name: 'coupons', columns: [column('code', 'TEXT', 1)] };
  expect(() => planOf([...KNOWN, table], SCHEMAS)).toThrow(
    /coupons has no collection.*the column coupons\.code.*transfer\/differences\.ts/,
  );
  const lone = new Schema({ _id: String, code: String }, { versionKey: false });
  expect(() => planOf(KNOWN, withSchema('coupons', lone))).toThrow(
    /the field coupons\.code has no column/,
  );
  expect(() => planOf(withColumn('turns', column('mood')), SCHEMAS)).toThrow(
    /the column turns\.mood \(TEXT\) has no field that fits/,
  );
  const other = new Schema({ _id: String, tokens: Date }, { versionKey: false });
  expect(() => planOf(KNOWN, withSchema('test_sends', other))).toThrow(/the column test_sends\./);
});
