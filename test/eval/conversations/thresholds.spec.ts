import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keeps, readThresholds } from './thresholds.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'recado-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads thresholds, and holds counts against them', () => {
  const file = join(folder, 'thresholds.yaml');
  writeFileSync(file, 'default: { min: 0.9, max_harmful: 0 }\nb.yaml: {}');
  const { default: standard, 'b.yaml': none } = readThresholds(file);
  expect(keeps({ share: 0.9, harmful: 0 }, standard)).toBe(true);
  expect(keeps({ share: 0.89, harmful: 0 }, standard)).toBe(false);
  expect(keeps({ share: 1, harmful: 1 }, standard)).toBe(false);
  expect(keeps({ share: 0, harmful: 9 }, none)).toBe(true);
  writeFileSync(file, 'default: { least: 0.9 }');
  expect(() => readThresholds(file)).toThrow(/form of thresholds/);
});
