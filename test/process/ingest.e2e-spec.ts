import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxOf, paragraph, table } from '../support/files/docx.js';
import { pdfOf } from '../support/files/pdf.js';
import { freePort } from '../support/free-port.js';
import { RecadoProcess } from '../support/recado.process.js';

const LAUNCHER = new URL('../../bin/recado.js', import.meta.url).pathname;
const PICTURE = new URL('../support/files/hours.png', import.meta.url);
const { PATH } = process.env;
/** Without the simulator there are no sample documents: what is answered is from these. */
const SIMULATOR = 'off';

/** A swimming pool's documents: a file of each kind that is read. */
const FILES = {
  'house-rules.md': `---
title: House rules
---
# Rules

## What to wear

A swimming cap is a must in the large pool.

## Food

Glass bottles stay outside.
`,
  'Lockers.txt': 'The lockers take a coin of one euro, which comes back.\n',
  'web/lessons.html': `<!DOCTYPE html><html><head><title>Lessons - The pool</title></head><body>
    <nav><a href="/">Home</a></nav>
    <main><h1>Lessons</h1><h2>For children</h2>
    <table><tr><th>Course</th><th>Price</th></tr>
    <tr><td>Seahorse, from five years</td><td>64 €</td></tr>
    <tr><td>Diving badge</td><td>81 €</td></tr></table></main></body></html>`,
  'answers.csv': `Question,Answer
May I bring my dog?,"Only guide dogs may come in, and not into the water."
Is there a car park?,"Yes, behind the hall, for 40 cars."
`,
  'plans/sauna.pdf': pdfOf(
    [
      [{ text: 'The pool and its baths', y: 780, size: 20 }],
      [
        { text: 'Sauna', y: 780, size: 20 },
        { text: 'The sauna costs 12 euros, towel included.', y: 740 },
      ],
    ],
    { title: 'Plan of the baths' },
  ),
  'Hiring the hall.docx': docxOf([
    paragraph('Hiring the hall', 'Ttulo1'),
    table([
      ['Lane', 'An hour'],
      ['One lane', '35 €'],
      ['The whole pool', '190 €'],
    ]),
  ]),
  'notice.png': readFileSync(PICTURE),
  // Two that can't go in: nothing, and what a failed download leaves.
  'empty.md': '',
  'prices.pdf': '<html><h1>404 Not found</h1></html>',
};

/** A question to each, what its answer holds, and the source that it names. */
const QUESTIONS: [question: string, answer: RegExp, source: object][] = [
  ['Do I need a swimming cap?', /must in the large pool/, { title: 'House rules' }],
  ['Which coin do the lockers take?', /one euro/, { title: 'Lockers' }],
  ['How much is the seahorse course?', /64 €/, { title: 'Lessons' }],
  ['Can my dog come?', /guide dogs/, { title: 'answers' }],
  ['What does the sauna cost?', /12 euros/, { title: 'Plan of the baths', page: 2 }],
  ['What does one lane cost?', /35 €/, { title: 'Hiring the hall' }],
  ['¿Hacen envíos a domicilio?', /treinta euros/, { title: 'notice' }],
];

let directory: string;
let recado: RecadoProcess;
let PORT: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(directory, 'docs', name)), { recursive: true });
    writeFileSync(join(directory, 'docs', name), content);
  }
  recado = await RecadoProcess.start(directory, { SIMULATOR });
  PORT = new URL(recado.url).port;
});
afterAll(async () => {
  await recado.stop('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** Its exit code and what it printed. */
function ingest(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<[number, string, string]>((resolve) => {
    const options = { cwd: directory, env: { PATH, PORT, SIMULATOR, ...env } };
    execFile(process.execPath, [LAUNCHER, 'ingest', ...args], options, (error, stdout, stderr) =>
      resolve([(error?.code as number | undefined) ?? 0, stdout, stderr]),
    );
  });
}

it('puts a folder in, with a line for each and the counts; 1 when something was refused', async () => {
  const [code, stdout, stderr] = await ingest(['docs', 'http://127.0.0.1/hours']);
  expect([code, stderr]).toEqual([1, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.pop()).toBe('7 new, 0 replaced, 0 unchanged, 3 refused');
  expect(lines.filter((line) => line.startsWith('refused')).sort()).toEqual([
    expect.stringMatching(/^refused {3}empty\.md: .*empty/),
    expect.stringMatching(/^refused {3}http:\/\/127\.0\.0\.1\/hours: 127\.0\.0\.1 leads to/),
    expect.stringMatching(/^refused {3}prices\.pdf: .*named as a PDF/),
  ]);
});

it.each(QUESTIONS)('answers %j from its document, and names it', async (text, holds, source) => {
  const answer = await recado.call('POST', '/api/v1/chat', { text });
  expect(await answer.json()).toMatchObject({
    mode: 'extractive',
    answer: expect.stringMatching(holds),
    sources: expect.arrayContaining([expect.objectContaining(source)]),
  });
});

it('does nothing for what is there already', async () => {
  const [code, stdout] = await ingest(['--json', 'docs/house-rules.md', 'docs/Lockers.txt']);
  const counts = { new: 0, replaced: 0, unchanged: 2, removed: 0, refused: 0 };
  expect(code).toBe(0);
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toEqual({ counts });
});

it('says what to do where no Recado runs, or another one', async () => {
  const nowhere = await ingest(['docs'], { PORT: String(await freePort()) });
  expect(nowhere).toEqual([1, '', expect.stringMatching(/^No Recado runs at .*`npm start`/)]);
  const other = await ingest(['docs'], { ADMIN_TOKEN: 'another-token' });
  expect(other).toEqual([1, '', expect.stringMatching(/does not take the token in ADMIN_TOKEN/)]);
});
