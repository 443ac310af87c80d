import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeDirectory } from './directory.js';

const place = mkdtempSync(join(tmpdir(), 'recado-'));
afterAll(() => rmSync(place, { recursive: true }));

it('makes those above it, too, each for its owner only; one that is there stays', () => {
  const deep = join(place, 'a', 'b', 'c');
  makeDirectory(deep);
  makeDirectory(deep);
  for (const one of ['a', 'a/b', 'a/b/c'])
    expect(statSync(join(place, one)).mode & 0o777).toBe(0o700);
  symlinkSync(deep, join(place, 'link'));
  makeDirectory(join(place, 'link'));
});

it.each([
  ['a file', 'file', 'EEXIST'],
  ['below a file', 'file/x', 'ENOTDIR'],
  ['a link to nothing', 'nowhere', 'EEXIST'],
])('throws where none can be: %s', (_, path, code) => {
  writeFileSync(join(place, 'file'), '');
  symlinkSync('/nonexistent/x', join(place, `nowhere`));
  try {
    expect(() => makeDirectory(join(place, path))).toThrow(code);
  } finally {
    rmSync(join(place, 'nowhere'));
  }
});

it.runIf(process.platform === 'linux')('ends where the system makes the folders', () => {
  expect(() => makeDirectory('/proc/recado/data')).toThrow('ENOENT');
});
