import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeKnowledge } from '../../../test/support/fake-knowledge.js';
import { Ingest } from './ingest.js';
import { KnowledgeClient } from './knowledge.client.js';
import { Report, type Result } from './report.js';

let folder: string;
let server: FakeKnowledge;
let pauses: number[];
let results: Result[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recado-'));
  server = await FakeKnowledge.start();
  pauses = [];
  results = [];
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

function ingest(address = server.address): Ingest {
  const pause = async (milliseconds: number) => pauses.push(milliseconds);
  const client = new KnowledgeClient(address, 'the-token', pause);
  const output = { write: (line: string) => results.push(JSON.parse(line) as Result) };
  return new Ingest(client, new Report(output, true));
}

function file(name: string, text = name): { name: string; path: string } {
  const path = join(folder, name.replaceAll('/', '_'));
  writeFileSync(path, text);
  return { name, path };
}

it('sends files by their names and pages by their addresses, and says what became of each', async () => {
  const outcomes: Record<string, string> = { 'a/x.md': 'replaced', 'b/x.md': 'unchanged' };
  server.answer = ({ name }) => ({ status: 200, body: { id: name, outcome: outcomes[name!] } });
  await ingest().putAll([file('a/x.md', 'Ours'), file('b/x.md', 'Theirs')]);
  server.answer = () => ({ status: 201, body: { id: 'p', outcome: 'new' } });
  await ingest().put({ name: 'https://shop.example/', url: 'https://shop.example/' });
  const token = 'Bearer the-token';
  expect(server.calls).toContainEqual({
    call: 'POST documents',
    token,
    name: 'a/x.md',
    text: 'Ours',
  });
  const url = 'https://shop.example/';
  expect(server.calls.at(-1)).toEqual({ call: 'POST pages', token, url });
  expect(results).toHaveLength(3);
  expect(results).toContainEqual({ name: 'a/x.md', outcome: 'replaced' });
  expect(results).toContainEqual({ name: 'b/x.md', outcome: 'unchanged' });
  expect(results).toContainEqual({ name: url, outcome: 'new' });
});

it('has four under way at a time', async () => {
  const waiting: (() => void)[] = [];
  server.answer = async () => {
    await new Promise<void>((go) => waiting.push(go));
    return { status: 201, body: { id: 'x', outcome: 'new' } };
  };
  const all = ingest().putAll(Array.from({ length: 6 }, (_, n) => file(`${n}.md`)));
  await expect.poll(() => waiting.length).toBe(4);
  waiting.shift()!();
  await expect.poll(() => server.calls.length).toBe(5);
  expect(waiting).toHaveLength(4);
  server.answer = () => ({ status: 201, body: { id: 'x', outcome: 'new' } });
  for (const go of waiting) go();
  await all;
  expect(server.calls).toHaveLength(6);
});

it('lets what comes first under a name end first', async () => {
  const one = file('x.md', 'first');
  const ingesting = ingest();
  const first = ingesting.put(one);
  await expect.poll(() => server.calls.length).toBe(1);
  const [second, removed] = [ingesting.put(file('x.md', 'second')), ingesting.remove('x.md')];
  await Promise.all([first, second, removed]);
  const calls = server.calls.map(({ call, text }) => [call, text]);
  expect(calls).toEqual([
    ['POST documents', 'first'],
    ['POST documents', 'second'],
    ['DELETE documents/one', undefined],
  ]);
});

describe('what is refused', () => {
  it('is said in the words of the API, and the others go in', async () => {
    server.answer = ({ name }) =>
      name === 'bad.pdf'
        ? { status: 400, body: { detail: 'The file is encrypted.' } }
        : { status: 201, body: { id: 'x', outcome: 'new' } };
    await ingest().putAll([file('a.md'), file('bad.pdf'), file('b.md')]);
    expect(results).toContainEqual({
      name: 'bad.pdf',
      outcome: 'refused',
      error: 'The file is encrypted.',
    });
    expect(results.filter(({ outcome }) => outcome === 'new')).toHaveLength(2);
    expect(pauses).toEqual([]);
  });

  it('is said of what is gone, of what is too large, and of a bare error', async () => {
    const large = file('large.txt');
    truncateSync(large.path, 100 * 1024 * 1024);
    server.answer = () => ({ status: 500 });
    await ingest().put({ name: 'gone.md', path: join(folder, 'gone.md') });
    await ingest().put(large);
    await ingest().put(file('a.md'));
    expect(results.map(({ error }) => error)).toEqual([
      expect.stringMatching(/^it cannot be read: /),
      expect.stringMatching(/^it has 100 MiB, and may have \d+ MiB: part it/),
      'Recado answers HTTP 500: read its log',
    ]);
    expect(server.calls).toHaveLength(1);
  });
});

describe('a server that is busy or away', () => {
  it('is asked again, after longer and longer pauses, or after those that it wants', async () => {
    const answers = [
      { status: 503 },
      { status: 429, headers: { 'Retry-After': '7' } },
      { status: 429, headers: { 'Retry-After': '9999' } },
      { status: 201, body: { id: 'x', outcome: 'new' } },
    ];
    server.answer = () => answers.shift()!;
    await ingest().put(file('a.md'));
    expect(results).toEqual([{ name: 'a.md', outcome: 'new' }]);
    expect(pauses).toEqual([500, 7000, 30_000]);
    expect(server.given).toEqual(['a.md', 'a.md', 'a.md', 'a.md']);
  });

  it('is given up, with what it said', async () => {
    server.answer = () => ({ status: 503, body: { detail: 'The store cannot be reached now.' } });
    await ingest().put(file('a.md'));
    expect(results).toMatchObject([
      { outcome: 'refused', error: 'The store cannot be reached now.' },
    ]);
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000]);
  });

  it('is not waited for anew by each', async () => {
    const { address } = server;
    await server.close();
    const ingesting = ingest(address);
    await ingesting.put(file('a.md'));
    await ingesting.put(file('b.md'));
    const error = expect.stringMatching(/no answer \(.*ECONNREFUSED.*\): is it still running/);
    expect(results).toMatchObject([{ error }, { error }]);
    expect(pauses).toHaveLength(5);
    server = await FakeKnowledge.start();
  });
});
