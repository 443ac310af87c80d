import { chmodSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLeftOut, nameWithin, sourcesOf } from './sources.js';

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
}
const at = (path: string) => join(folder, path);
const namesOf = async (...given: string[]) => {
  const { found, unusable } = await sourcesOf(given.map(at));
  return [found.map(({ name }) => name), unusable.map(({ error }) => error)];
};

it('finds what is in a folder, sorted, under its path within it', async () => {
  write('b/x.md', 'a/x.md', 'a/c/y.pdf', 'z.txt', 'B.md');
  const { found, unusable } = await sourcesOf([folder]);
  const names = ['B.md', 'a/c/y.pdf', 'a/x.md', 'b/x.md', 'z.txt'];
  expect(found).toEqual(names.map((name) => ({ name, path: at(name) })));
  expect(unusable).toEqual([]);
});

it('leaves out what is hidden, and what systems and programs leave behind', async () => {
  write('.env', '.git/x.md', 'node_modules/a/x.md', 'Thumbs.db', '~$hours.docx', 'a/.b.md', 'a.md');
  expect(await namesOf('')).toEqual([['a.md'], []]);
  expect(isLeftOut(at('a.node_modules'))).toBe(false);
});

it('takes a file that is given itself by its name, whatever it is', async () => {
  write('a/.hidden.md', 'a/x.md');
  expect(await namesOf('a/.hidden.md', 'a/x.md')).toEqual([['.hidden.md', 'x.md'], []]);
});

it('takes pages by their address', async () => {
  const { found } = await sourcesOf(['https://shop.example/a', 'HTTP://shop.example/']);
  const urls = ['https://shop.example/a', 'HTTP://shop.example/'];
  expect(found).toEqual(urls.map((url) => ({ name: url, url })));
});

it('follows no link that leads out, and none round in circles', async () => {
  write('in/x.md', 'out/y.md');
  symlinkSync(at('out/y.md'), at('in/file'));
  symlinkSync(at('out'), at('in/folder'));
  symlinkSync(at('in'), at('in/circle'));
  symlinkSync(at('nowhere'), at('in/broken'));
  symlinkSync('x.md', at('in/own.md'));
  expect(await namesOf('in')).toEqual([['own.md', 'x.md'], []]);
  symlinkSync(at('in'), at('link'));
  expect(await namesOf('link')).toEqual([['own.md', 'x.md'], []]);
});

it('gives no two files one name; the same path given twice is there once', async () => {
  write('a/x.md', 'b/x.md');
  expect(await namesOf('a', 'b', 'a/x.md')).toEqual([
    ['x.md'],
    [expect.stringMatching(/named x\.md, like that of .*a\/x\.md: give the folder above both/)],
  ]);
});

it('says what is not there, or empty; the others go in', async () => {
  write('x.md', 'a/.hidden');
  expect(await namesOf('nope', 'a', 'x.md')).toEqual([
    ['x.md'],
    ['there is no such file or folder', 'there is no file in this folder'],
  ]);
  const { unusable } = await sourcesOf(['/dev/null']);
  expect(unusable).toEqual([{ name: '/dev/null', error: 'it is neither a file nor a folder' }]);
});

it.skipIf(process.getuid?.() === 0)('says what may not be read', async () => {
  write('a/x.md', 'b/x.md');
  chmodSync(at('a'), 0);
  expect(await namesOf('')).toEqual([['b/x.md'], [expect.stringMatching(/permissions/)]]);
  chmodSync(at('a'), 0o700);
});

it('names a file within what was given', () => {
  expect(nameWithin('docs', 'docs/a/x.md')).toBe('a/x.md');
  expect(nameWithin('docs/a/x.md', 'docs/a/x.md')).toBe('x.md');
});
