import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '../read-env.js';
import { messagePricesIn } from './message-prices.js';

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterAll(() => rmSync(directory, { recursive: true }));

const table = (text: string) => {
  const file = join(directory, 'prices.csv');
  writeFileSync(file, text);
  return file;
};

it('reads a price for each country, past remarks and a heading', () => {
  const file = table('# from the rate card\ncountry,price\r\nES,0.05 # Spain\nMX;0.01\n\n*,0.1\n');
  expect([...messagePricesIn(file)]).toEqual([
    ['ES', 0.05],
    ['MX', 0.01],
    ['*', 0.1],
  ]);
});

it('the one that comes with Recado names no price: those are Meta’s and change', () => {
  expect(messagePricesIn('deploy/message-prices.csv').size).toBe(0);
});

it.each([
  ['ES,0.05\nSpain,0.05', 'line 2 must look like ES,0.05 or *,0.05'],
  ['ES,-1', 'line 1 must look like'],
  ['ES 0,05', 'line 1 must look like'],
])('stops the start and names the line: %j', (text, message) => {
  const MESSAGE_PRICES = table(text);
  expect(() => readEnv('/none', { MESSAGE_PRICES })).toThrow(
    `MESSAGE_PRICES must be the path of a table of prices: ${message}`,
  );
});

it('stops the start where there is no such file', () => {
  const MESSAGE_PRICES = join(directory, 'none.csv');
  expect(() => readEnv('/none', { MESSAGE_PRICES })).toThrow(/MESSAGE_PRICES must be .*ENOENT/);
});
