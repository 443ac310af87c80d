import { posix } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

/** Who imports what, and the rules that it breaks. */
const WRONG: [from: string, to: string, ...rules: string[]][] = [
  ['address.ts', 'src/env/b.ts', 'address-looks-left'],
  ['env/a.ts', 'src/clock.ts', 'env-looks-left'],
  ['clock.ts', 'src/metrics.ts', 'clock-looks-left'],
  ['metrics.ts', 'src/log/b.ts', 'metrics-looks-left'],
  ['log/c.ts', 'src/language/a.ts', 'log-looks-left'],
  ['language/b.ts', 'src/markdown/a.ts', 'language-looks-left'],
  ['markdown/b.ts', 'src/storage/a.ts', 'markdown-looks-left'],
  ['storage/b.ts', 'src/http/a.ts', 'storage-looks-left'],
  ['http/b.ts', 'src/config/a.ts', 'http-looks-left'],
  ['config/b.ts', 'src/sessions/a.ts', 'config-looks-left'],
  ['sessions/b.ts', 'src/knowledge/a.ts', 'sessions-looks-left'],
  ['knowledge/b.ts', 'src/chat/a.ts', 'knowledge-looks-left'],
  ['knowledge/c.ts', 'src/sessions/a.ts', 'knowledge-knows-no-sessions'],
  ['chat/b.ts', 'src/mailbox/a.ts', 'chat-looks-left'],
  ['mailbox/b.ts', 'src/whatsapp/a.ts', 'mailbox-looks-left'],
  ['conversations/b.ts', 'src/takeover/a.ts', 'conversations-looks-left'],
  ['takeover/b.ts', 'src/failures/a.ts', 'takeover-looks-left'],
  ['failures/b.ts', 'src/sender-data/a.ts', 'failures-looks-left'],
  ['sender-data/b.ts', 'src/whatsapp/a.ts', 'sender-data-looks-left'],
  ['whatsapp/b.ts', 'src/operations/a.ts', 'whatsapp-looks-left'],
  ['console/b.ts', 'src/operations/a.ts', 'console-looks-left'],
  ['operations/b.ts', 'src/console/a.ts', 'operations-knows-no-console'],
  ['operations/c.ts', 'src/app.module.ts', 'operations-looks-left'],
  ['app.module.ts', 'src/app.setup.ts', 'app.module-looks-left'],
  ['app.setup.ts', 'src/main.ts', 'app.setup-looks-left'],
  ['server.ts', 'src/main.ts', 'server-looks-left'],
  ['main.ts', 'src/cli/a.ts', 'main-looks-left'],
  ['cli/b.ts', 'src/main.ts', 'cli-knows-no-main'],
  ['cli/c.ts', 'src/server.ts', 'cli-knows-no-server'],

  ['http/problems/a.ts', 'src/http/admin/a.ts', 'http-problems-looks-left'],
  ['http/admin/b.ts', 'src/http/edge/a.ts', 'http-admin-looks-left'],
  ['http/extra/a.ts', 'src/http/page.ts', 'everything-in-http-has-its-place'],
  ['knowledge/documents/x.ts', 'src/knowledge/search/y.ts', 'knowledge-documents-looks-left'],
  ['knowledge/extra/a.ts', 'src/knowledge/here.ts', 'everything-in-knowledge-has-its-place'],
  ['chat/messages/x.ts', 'src/chat/llm/y.ts', 'chat-messages-looks-left'],
  ['chat/llm/x.ts', 'src/chat/extractive/y.ts', 'chat-llm-looks-left'],
  ['chat/extractive/x.ts', 'src/chat/api/y.ts', 'chat-extractive-looks-left'],
  ['chat/extra/a.ts', 'src/chat/here.ts', 'everything-in-chat-has-its-place'],
  ['mailbox/queue/x.ts', 'src/mailbox/turns/y.ts', 'mailbox-queue-looks-left'],
  ['mailbox/turns/x.ts', 'src/mailbox/outbox/y.ts', 'mailbox-turns-looks-left'],
  ['mailbox/outbox/x.ts', 'src/mailbox/consent/y.ts', 'mailbox-outbox-looks-left'],
  ['mailbox/consent/x.ts', 'src/mailbox/intake/y.ts', 'mailbox-consent-looks-left'],
  ['mailbox/intake/x.ts', 'src/mailbox/answering/y.ts', 'mailbox-intake-looks-left'],
  ['mailbox/answering/x.ts', 'src/mailbox/worker/y.ts', 'mailbox-answering-looks-left'],
  ['mailbox/extra/a.ts', 'src/mailbox/here.ts', 'everything-in-mailbox-has-its-place'],
  ['whatsapp/signature/x.ts', 'src/whatsapp/formatting/y.ts', 'whatsapp-signature-looks-left'],
  ['whatsapp/formatting/x.ts', 'src/whatsapp/sending/y.ts', 'whatsapp-formatting-looks-left'],
  ['whatsapp/sending/x.ts', 'src/whatsapp/webhook/y.ts', 'whatsapp-sending-looks-left'],
  ['whatsapp/webhook/x.ts', 'src/whatsapp/diagnostics/y.ts', 'whatsapp-webhook-looks-left'],
  ['whatsapp/extra/a.ts', 'src/whatsapp/here.ts', 'everything-in-whatsapp-has-its-place'],
  ['simulator/ledger/a.ts', 'src/simulator/faults/a.ts', 'simulator-ledger-looks-left'],
  ['simulator/faults/b.ts', 'src/simulator/webhooks/a.ts', 'simulator-faults-looks-left'],
  ['simulator/webhooks/b.ts', 'src/simulator/people/a.ts', 'simulator-webhooks-looks-left'],
  ['simulator/people/b.ts', 'src/simulator/twilio-api/a.ts', 'simulator-people-looks-left'],
  ['simulator/extra/a.ts', 'src/simulator/g.ts', 'everything-in-simulator-has-its-place'],

  ['extra/b.ts', 'src/env/env.ts', 'everything-has-its-place'],
  ['mailbox/c.ts', 'src/extra/b.ts', 'nothing-comes-from-elsewhere'],

  ['simulator/b.ts', 'src/config/a.ts', 'simulator-stands-alone'],
  ['simulator/c.ts', 'src/metrics.ts', 'simulator-stands-alone'],
  ['simulator/d.ts', 'twilio/lib/rest/Twilio.js', 'simulator-knows-only-the-signature'],
  ['operations/d.ts', 'src/simulator/a.ts', 'only-the-map-knows-the-simulator'],

  ['mailbox/d.ts', 'mongoose', 'only-mongo-adapters-know-mongoose'],
  ['chat/c.ts', '@nestjs/mongoose', 'only-mongo-adapters-know-mongoose'],
  ['config/c.ts', 'src/storage/mongo/a.ts', 'only-mongo-adapters-know-mongoose'],
  ['sessions/c.ts', 'node:sqlite', 'only-sqlite-adapters-know-sqlite'],
  ['mailbox/e.ts', 'src/storage/sqlite/a.ts', 'only-sqlite-adapters-know-sqlite'],
  ['mailbox/f.ts', 'src/mailbox/x.mongo.ts', 'only-the-chosen-engine-is-loaded'],
  ['mailbox/y.mongo.ts', 'src/mailbox/x.sqlite.ts', 'mongo-knows-no-sqlite'],
  [
    'mailbox/z.mongo.ts',
    'src/storage/sqlite/a.ts',
    'mongo-knows-no-sqlite',
    'only-sqlite-adapters-know-sqlite',
  ],
  ['mailbox/y.sqlite.ts', 'src/mailbox/x.mongo.ts', 'sqlite-knows-no-mongo'],

  ['mailbox/g.ts', 'twilio/lib/webhooks/webhooks.js', 'only-the-edge-knows-twilio'],
  ['whatsapp/c.ts', '@langchain/openai', 'only-what-answers-knows-langchain'],
  ['knowledge/d.ts', 'marked', 'only-markdown-knows-its-parser'],
  ['config/d.ts', 'node:process', 'only-env-reads-the-environment'],
  ['mailbox/h.ts', 'test/support/a.ts', 'no-way-to-the-tests'],
  ['mailbox/i.ts', 'src/mailbox/a.spec.ts', 'no-way-to-the-tests'],
];

/** What looks much like it, and is right. */
const RIGHT: [from: string, to: string][] = [
  ['http/c.ts', 'src/storage/a.ts'],
  ['chat/d.ts', 'src/knowledge/a.ts'],
  ['chat/e.ts', '@langchain/openai'],
  ['markdown/c.ts', 'marked'],
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

const PACKAGES = `mongoose/index.js @nestjs/mongoose/index.js @langchain/openai/index.js
  marked/index.js twilio/lib/rest/Twilio.js twilio/lib/webhooks/webhooks.js`.split(/\s+/);

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
