import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LedgerEntry } from './ledger-entry.js';
import { LedgerFile } from './ledger-file.js';

let path: string;
const entry = (sid: string) => ({ sid }) as LedgerEntry;
const lines = () => readFileSync(path, 'utf8').split('\n').slice(0, -1);

const opened: LedgerFile[] = [];

async function open(): Promise<LedgerFile> {
  const ledger = await LedgerFile.open(path);
  opened.push(ledger);
  return ledger;
}

async function sids(ledger: LedgerFile): Promise<string[]> {
  const found: string[] = [];
  for await (const { sid } of ledger.entries()) found.push(sid);
  return found;
}

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'recado-')), 'deep', 'ledger.jsonl');
});

afterEach(() => Promise.all(opened.splice(0).map((ledger) => ledger.close())));

it('has a line on disk when it says so, in the order they were given', async () => {
  const ledger = await open();
  await ledger.append(entry('one'));
  expect(lines()).toEqual(['{"sid":"one"}']);
  await Promise.all(['two', 'three'].map((sid) => ledger.append(entry(sid))));
  expect(await sids(await open())).toEqual(['one', 'two', 'three']);
});

it('lets lines that wait share one fsync', async () => {
  const ledger = await open();
  const sync = vi.spyOn(Reflect.get(ledger, 'file'), 'sync');
  await Promise.all(Array.from({ length: 500 }, (_, i) => ledger.append(entry(`${i}`))));
  expect(lines()).toHaveLength(500);
  expect(sync.mock.calls.length).toBeLessThan(5);
});

it('answers nothing that it could not keep, and does not bring it back', async () => {
  const ledger = await open();
  await ledger.append(entry('kept'));
  vi.spyOn(Reflect.get(ledger, 'file'), 'sync').mockRejectedValueOnce(new Error('EIO'));
  await expect(ledger.append(entry('lost'))).rejects.toThrow('cannot be written');
  await ledger.append(entry('next'));
  expect(await sids(await open())).toEqual(['kept', 'next']);
});

it('drops a last line that a crash cut short, and goes on after it', async () => {
  await (await open()).append(entry('whole'));
  appendFileSync(path, '{"sid":"ha');
  const ledger = await open();
  await ledger.append(entry('new'));
  expect(lines()).toEqual(['{"sid":"whole"}', '{"sid":"new"}']);
});

it('reads lines longer than what is read at once, and drops a cut one of that length', async () => {
  const [whole, cut] = ['w\u2028', 'c'].map((text) => text.repeat(100_000));
  await (await open()).append(entry(whole));
  appendFileSync(path, `{"sid":"${cut}`);
  expect(await sids(await open())).toEqual([whole]);
  expect(lines()).toHaveLength(1);
});

it('refuses a file that is something else', async () => {
  await open();
  writeFileSync(path, 'hello\n');
  await expect(sids(await open())).rejects.toThrow(/SIMULATOR_LEDGER: .*line 1 is no JSON/);
});

it('forgets everything', async () => {
  const ledger = await open();
  await ledger.append(entry('old'));
  await ledger.clear();
  await ledger.append(entry('new'));
  expect(lines()).toEqual(['{"sid":"new"}']);
});
