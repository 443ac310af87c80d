import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN_TOKEN, TestApp } from '../support/app.js';
import { ask } from './ask.js';

/** Names that lead elsewhere where a name is taken for a path. */
const PATHS = [
  '../outside.md',
  '../../../../../../etc/passwd',
  '..\\..\\outside.md',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\a.md',
  'file:///etc/passwd',
  '..%2f..%2foutside.md',
  '..%252f..%252foutside.md',
  '%2e%2e/outside.md',
  '..;/outside.md',
  '....//....//outside.md',
  '.%00./outside.md',
  'a.md%00.png',
  '..%c0%af..%c0%afoutside.md',
  '..%u2215outside.md',
  '．．／outside.md',
  './.env',
  '.',
  '..',
  '~/.ssh/id_rsa',
  'CON.md',
  'a.md.',
  ' a.md ',
  '-rf.md',
  '$(touch outside).md',
  '`touch outside`.md',
  '| touch outside.md',
  'a\u202Edm.md',
  `${'x'.repeat(300)}.md`,
];
const SECRET = 'what nobody may read';

let app: TestApp;
let above: string;
let directory: string;

beforeAll(async () => {
  above = mkdtempSync(join(tmpdir(), 'recado-'));
  directory = join(above, 'data');
  writeFileSync(join(above, 'outside.md'), SECRET);
  app = await TestApp.start('sqlite', { DATA_DIR: directory });
});
afterAll(async () => {
  await app.close();
  rmSync(above, { recursive: true, force: true });
});

const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` };
const names = (place: string) => readdirSync(place).sort();

it.each(PATHS)('an upload called %s makes no file and reads none', async (name) => {
  const before = [names(above), names(directory), names('.')];
  const disposition = `form-data; name="file"; filename="${name.replaceAll('"', '%22')}"`;
  const body = `--x\r\nContent-Disposition: ${disposition}\r\n\r\n# A title\r\n--x--\r\n`;
  const answer = await ask(app.publicUrl, {
    method: 'POST',
    path: '/api/v1/knowledge/documents',
    headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' },
    body: Buffer.from(body),
  });
  expect([answer.status, answer.status < 500]).toEqual([answer.status, true]);
  expect(answer.text).not.toContain(SECRET);
  expect([names(above), names(directory), names('.')]).toEqual(before);
});

it.each(PATHS)('the console and the API give no file at %s', async (name) => {
  const path = name.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
  for (const at of ['/console/assets/', '/docs/', '/api/v1/backups/', '/api/v1/messages/']) {
    const { status, text } = await ask(app.publicUrl, { method: 'GET', path: at + path, headers });
    expect([at, status, status < 500]).toEqual([at, status, true]);
    expect(text).not.toMatch(new RegExp(`${SECRET}|root:.*:0:0|BEGIN OPENSSH`));
  }
});
