import mongoose from 'mongoose';
import { numberOf, timestampOf } from './position.js';
import type { Value } from './rows.js';

const { Binary, Timestamp } = mongoose.mongo;

/** What a column of SQLite's and a field of MongoDB's have in common. */
export type Kind = 'text' | 'number' | 'boolean' | 'time' | 'json' | 'bytes' | 'position';

/** A name within JSON under which MongoDB has a date, and SQLite milliseconds: `heard.at`. */
export type Times = ReadonlySet<string>;

/** MongoDB's value of SQLite's; `path` names it. */
export function toMongo(
  value: Exclude<Value, null>,
  kind: Kind,
  path: string,
  times: Times,
): unknown {
  switch (kind) {
    case 'boolean':
      return value === 1;
    case 'time':
      return new Date(value as number);
    case 'json':
      return withTimes(JSON.parse(value as string), path, times);
    case 'bytes':
      return new Binary(Buffer.from(value as Uint8Array));
    case 'position':
      return timestampOf(value as number);
    default:
      return value;
  }
}

/** SQLite's value of MongoDB's. Throws for one that it can't have. */
export function toSqlite(value: unknown, kind: Kind, path: string, times: Times): Value {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'boolean':
      return value === true ? 1 : 0;
    case 'time':
      if (value instanceof Date) return value.getTime();
      break;
    case 'json':
      return JSON.stringify(withoutTimes(value, path, times));
    case 'bytes':
      if (value instanceof Binary) return new Uint8Array(value.buffer);
      break;
    case 'position':
      if (value instanceof Timestamp) return numberOf(value);
      break;
    case 'number':
      if (typeof value === 'number') return value;
      break;
    case 'text':
      if (typeof value === 'string') return value;
  }
  throw new Error(`${path} is no ${kind}`);
}

function withTimes(value: unknown, path: string, times: Times): unknown {
  if (typeof value === 'number' && times.has(path)) return new Date(value);
  return mapped(value, path, (one, at) => withTimes(one, at, times));
}

function withoutTimes(value: unknown, path: string, times: Times): unknown {
  if (!(value instanceof Date)) {
    return mapped(value, path, (one, at) => withoutTimes(one, at, times));
  }
  if (!times.has(path)) throw new Error(`${path} is a date: name it in differences.ts, \`times\``);
  return value.getTime();
}

function mapped(
  value: unknown,
  path: string,
  map: (one: unknown, path: string) => unknown,
): unknown {
  if (Array.isArray(value)) return value.map((one) => map(one, path));
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error(`${path} is a ${value.constructor.name}, which JSON has not`);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, map(one, `${path}.${name}`)]),
  );
}
