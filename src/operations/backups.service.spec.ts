import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SystemClock } from '../clock.js';
import type { SqliteStorage } from '../storage/storage.js';
import { BackupsService } from './backups.service.js';

let directory: string;
let service: BackupsService;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const place = join(directory, 'recado.sqlite');
  writeFileSync(place, 'stored');
  const backUp = (to: string) => Promise.resolve(writeFileSync(to, 'copied'));
  const storage = { kind: 'sqlite', place, backUp } as unknown as SqliteStorage;
  service = new BackupsService(storage, new SystemClock());
});
afterEach(() => rmSync(directory, { recursive: true }));

test('what a killed process left is removed, and nothing else', async () => {
  const kept = join(directory, 'backups', 'mine.partial');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(directory, 'backups', 'a.partial'), 'half');
  const { id, file } = service.begin();
  await expect.poll(() => service.one(id).state).toBe('done');
  expect(existsSync(join(directory, 'backups', file))).toBe(true);
  expect(existsSync(kept)).toBe(true);
  expect(existsSync(join(directory, 'backups', 'a.partial'))).toBe(false);
});

test('a place where none can be made is named, with what to do', () => {
  writeFileSync(join(directory, 'backups'), 'a file of this name');
  expect(() => service.begin()).toThrow(/backups cannot be used \(EEXIST\): see/);
});
