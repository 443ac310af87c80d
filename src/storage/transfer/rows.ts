import { createHash } from 'node:crypto';

/** A value as SQLite has it. */
export type Value = string | number | null | Uint8Array;

/** A row of SQLite's, which stands for what both stores keep. */
export type Row = Record<string, Value>;

/** The columns that hold JSON: whether null says the same there as nothing. */
export type JsonColumns = ReadonlyMap<string, { sparse: boolean }>;

/** A row in the one form that both stores give it: columns and names in JSON in their order. */
export function canonical(row: Row, json: JsonColumns): string {
  const names = Object.keys(row).sort();
  return JSON.stringify(names.map((name) => [name, told(row[name], json.get(name))]));
}

function told(value: Value, json?: { sparse: boolean }): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (!json || typeof value !== 'string') return value;
  const parsed: unknown = JSON.parse(value);
  return sorted(json.sparse ? withoutNulls(parsed) : parsed);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}

/** Without the names whose value is null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutNulls(one)]));
}

/** How many rows there are, and what is in them, in whatever order they come. */
export class Digest {
  count = 0;
  private sum = 0n;

  constructor(private readonly json: JsonColumns) {}

  add(row: Row): void {
    this.count++;
    const hash = createHash('sha256').update(canonical(row, this.json)).digest('hex');
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${hash}`));
  }

  toString(): string {
    return `${this.count} rows, ${this.sum.toString(16).padStart(64, '0')}`;
  }
}
