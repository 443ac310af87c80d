import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeKnowledge } from '../../../test/support/fake-knowledge.js';
import { Ingest } from './ingest.js';
import { KnowledgeClient } from './knowledge.client.js';
import { Report } from './report.js';
import { Watch } from './watch.js';

let folder: string;
let server: FakeKnowledge;
let said: string;
let watch: Watch;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recado-'));
  server = await FakeKnowledge.start();
  said = '';
});
afterEach(async () => {
  await watch.stop();
  rmSync(folder, { recursive: true });
  await server.close();
});

async function start(removing: boolean): Promise<void> {
  const report = new Report({ write: (text: string) => (said += text) });
  const ingest = new Ingest(new KnowledgeClient(server.address, 'token'), report);
  watch = new Watch(ingest, report, removing);
  await watch.start([folder, 'https://shop.example/']);
}
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const calls = () => server.calls.map(({ call, name, text }) => [call, name, text]);

it('puts in what is added and what changes, and with --delete takes out what is removed', async () => {
  write('old.md', 'old');
  await start(true);
  mkdirSync(join(folder, 'new'));
  write('new/a.md', 'one');
  write('.hidden.md', 'x');
  await expect.poll(calls).toEqual([['POST documents', 'new/a.md', 'one']]);
  write('new/a.md', 'two and more');
  const second = ['POST documents', 'new/a.md', 'two and more'];
  await expect.poll(() => calls().at(-1)).toEqual(second);
  rmSync(join(folder, 'new/a.md'));
  await expect.poll(() => calls().at(-1)?.[0]).toBe('DELETE documents/one');
  expect(calls()).toHaveLength(3);
});

it('keeps the document of a file that is removed otherwise, and says so', async () => {
  write('a.md', 'one');
  await start(false);
  rmSync(join(folder, 'a.md'));
  await expect.poll(() => said).toMatch(/^a\.md is gone, and its document stays: --delete/);
  expect(calls()).toEqual([]);
});
