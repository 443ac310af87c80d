import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Place } from './place.js';

let directory: string;
let copy: string;
const at = (name: string) => join(directory, name);
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  copy = at('copy');
  writeFileSync(copy, 'copied');
  chmodSync(copy, 0o644);
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a copy is moved to where it is wanted, for its owner only', () => {
  const place = new Place(at('kept.sqlite'), false);
  place.check();
  expect(place.put(copy)).toBe(at('kept.sqlite'));
  expect(readFileSync(at('kept.sqlite'), 'utf8')).toBe('copied');
  expect(statSync(at('kept.sqlite')).mode & 0o777).toBe(0o600);
  expect(existsSync(copy)).toBe(false);
});

test('in a directory it has a name of its own', () => {
  mkdirSync(at('kept'));
  expect(new Place(at('kept'), false).put(copy)).toMatch(/kept\/recado-[\dTZ-]+\.sqlite$/);
  expect(readdirSync(at('kept'))).toHaveLength(1);
});

test('what is there already is replaced only by force, also what comes while it is copied', () => {
  const place = new Place(at('kept'), false);
  place.check();
  writeFileSync(at('kept'), 'older');
  expect(() => place.check()).toThrow('--force');
  expect(() => place.put(copy)).toThrow('--force');
  expect(readFileSync(at('kept'), 'utf8')).toBe('older');
  new Place(at('kept'), true).put(copy);
  expect(readFileSync(at('kept'), 'utf8')).toBe('copied');
});

test('the store itself and its log are never replaced, by whatever name', () => {
  mkdirSync(at('data'));
  symlinkSync(at('data'), at('linked'));
  const store = at('data/recado.sqlite');
  for (const name of ['recado.sqlite', 'recado.sqlite-wal'])
    for (const path of [`data/${name}`, `linked/../data/${name}`, `linked/${name}`])
      expect(() => new Place(at(path), true, [store]).check()).toThrow('the store itself');
  new Place(at('data/recado.sqlite.kept'), true, [store]).check();
});

test('a place that is none is refused before anything is copied', () => {
  expect(() => new Place(at('none/kept'), true).check()).toThrow('make it');
  expect(() => new Place(at('none/'), false).check()).toThrow('make it');
});

test.runIf(existsSync('/dev/shm'))('another disk is no hindrance', () => {
  const there = mkdtempSync('/dev/shm/recado-');
  try {
    expect(readFileSync(new Place(there, false).put(copy), 'utf8')).toBe('copied');
    expect(readdirSync(there)).toHaveLength(1);
    expect(existsSync(copy)).toBe(false);
  } finally {
    rmSync(there, { recursive: true });
  }
});
