import { posix } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WRONG } from './wrong-imports.js';
import { WrongTree } from './wrong-tree.js';

/** The rules of `npm run check:rules`. */
const options = await extractDepcruiseOptions('./.dependency-cruiser.mjs');
const names = options.ruleSet!.forbidden!.map(({ name }) => name!);

interface Broken {
  rule: string;
  from: string;
  to: string;
}

async function brokenIn(root: string): Promise<Broken[]> {
  const { output } = await cruise(['src'], { ...options, baseDir: root });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

it('is kept by the sources', async () => {
  expect(await brokenIn(process.cwd())).toEqual([]);
});

/** What looks much like it, and is right. */
const RIGHT: [from: string, to: string][] = [
  ['http/c.ts', 'src/storage/a.ts'],
  ['chat/d.ts', 'src/knowledge/a.ts'],
  ['chat/e.ts', '@langchain/openai'],
  ['markdown/c.ts', 'marked'],
  ['knowledge/reading/c.ts', 'unpdf'],
  ['app.module.ts', 'src/simulator/a.ts'],
  ['http/edge/b.ts', 'src/http/problems/b.ts'],
  ['http/problems/c.ts', 'src/http/page.ts'],
  ['simulator/twilio-api/b.ts', 'src/simulator/ledger/b.ts'],
  ['simulator/e.ts', 'src/http/a.ts'],
  ['simulator/f.ts', 'twilio/lib/webhooks/webhooks.js'],
  ['mailbox/x.mongo.ts', 'mongoose'],
  ['mailbox/x.sqlite.ts', 'src/storage/sqlite/a.ts'],
  ['storage/c.ts', 'node:sqlite'],
  ['mailbox/a.spec.ts', 'src/whatsapp/a.ts'],
];

/** Types count: what only compiles together can't be understood alone. */
const RING = {
  'src/chat/one.ts': "import type { Other } from './other.js';\nexport type One = Other;\n",
  'src/chat/other.ts': "import type { One } from './one.js';\nexport type Other = One;\n",
};

const PACKAGES =
  `@opentelemetry/api/index.js mongoose/index.js @nestjs/mongoose/index.js @langchain/openai/index.js
  marked/index.js unpdf/index.js twilio/lib/rest/Twilio.js twilio/lib/webhooks/webhooks.js`.split(
    /\s+/,
  );

let tree: WrongTree;
let broken: Broken[];

beforeAll(async () => {
  tree = new WrongTree({ ...filesOf([...WRONG, ...RIGHT]), ...RING });
  broken = await brokenIn(tree.root);
});
afterAll(() => tree.remove());

/** Every file of the rows, with its imports; what they lead to is there, and imports nothing. */
function filesOf(rows: [from: string, to: string, ...rules: string[]][]): Record<string, string> {
  const files: Record<string, string> = { 'tsconfig.json': '{}', 'package.json': '{}' };
  for (const path of PACKAGES) files[`node_modules/${path}`] = 'export {};\n';
  for (const [, to] of rows) if (/^(src|test)\//.test(to)) files[to] = 'export {};\n';
  for (const [from, to] of rows) {
    const path = `src/${from}`;
    const local = /^(src|test)\//.test(to);
    const name = local ? `./${posix.relative(posix.dirname(path), to)}`.replace('.ts', '.js') : to;
    files[path] = `${files[path] ?? ''}import '${name.replace('./..', '..')}';\n`;
  }
  return files;
}

/** Without what is said of a file alone: most of the tree is dead, too. */
const rulesOf = (from: string, to: string) =>
  broken
    .filter((one) => one.from === `src/${from}` && one.to.includes(to) && one.from !== one.to)
    .map(({ rule }) => rule);

it.each(WRONG)('%s must not import %s', (from, to, ...rules) => {
  expect(rulesOf(from, to.replace('node:', '')).sort()).toEqual(rules.sort());
});

it.each(RIGHT)('%s may import %s', (from, to) => {
  expect(rulesOf(from, to)).toEqual([]);
});

it('finds what nothing leads to', () => {
  const dead = broken.filter(({ rule }) => rule === 'nothing-dead').map(({ to }) => to);
  expect(dead).toContain('src/mailbox/b.ts');
  expect(dead).not.toContain('src/cli/a.ts');
});

it('finds a ring', () => {
  const rings = broken.filter(({ rule }) => rule === 'no-cycles');
  expect(rings).toHaveLength(1);
  expect(rings[0].from).toMatch(/chat\/(one|other)\.ts/);
});

it('has a wrong example of every rule', () => {
  const shown = new Set([...WRONG.flatMap(([, , ...rules]) => rules), 'nothing-dead', 'no-cycles']);
  expect([...shown].sort()).toEqual([...new Set(names)].sort());
});
