import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WrongTree } from './wrong-tree.js';

/** Each asks another machine, in a file of its own. */
const WRONG = [
  "await fetch('x');",
  "await globalThis.fetch('x');",
  "await global.fetch('x');",
  "new WebSocket('x');",
  "new EventSource('x');",
  "import { request } from 'node:http';",
  "import http from 'http';",
  "import * as http from 'node:http';",
  "export { get } from 'node:http';",
  "export * from 'node:http';",
  "import https from 'node:https';",
  "import { connect } from 'node:http2';",
  "import { connect } from 'node:net';",
  "import tls from 'node:tls';",
  "import { request } from 'undici';",
  "import axios from 'axios';",
];

/** What looks much like it, and is right. */
const RIGHT: [file: string, text: string][] = [
  ['src/chat/a.ts', "import { METHODS, STATUS_CODES } from 'node:http';"],
  ['src/chat/b.ts', "import { createServer, type Server } from 'node:http';"],
  ['src/chat/c.ts', "import type { ClientRequest } from 'node:http';"],
  ['src/chat/d.ts', "import { isIP } from 'node:net';"],
  ['src/chat/e.ts', "await media.fetch('x');"],
  ['src/chat/f.spec.ts', "await fetch('x');"],
  ['src/egress/a.ts', "import https from 'node:https';"],
  ['src/cli/ingest/a.ts', "await fetch('x');"],
  ['test/a.ts', "await fetch('x');"],
];

const RULES = /eslint\(no-restricted-(globals|imports)\)/;

let tree: WrongTree;
let found: Set<string>;

/** The lint's own configuration, over a tree of its own. */
beforeAll(() => {
  const wrong = WRONG.map((text, n) => [`src/chat/wrong-${n}.ts`, text]);
  tree = new WrongTree(Object.fromEntries([...wrong, ...RIGHT]));
  copyFileSync('.oxlintrc.json', join(tree.root, '.oxlintrc.json'));
  const oxlint = resolve('node_modules/.bin/oxlint');
  const lint = () => execFileSync(oxlint, ['-f', 'unix'], { cwd: tree.root, encoding: 'utf8' });
  const output = failing(lint);
  const lines = output.split('\n').filter((line) => RULES.test(line));
  found = new Set(lines.map((line) => line.slice(0, line.indexOf(':'))));
});
afterAll(() => tree.remove());

function failing(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

it.each(WRONG.map((text, n) => [text, n] as const))('only src/egress may: %s', (_, n) => {
  expect(found).toContain(`src/chat/wrong-${n}.ts`);
});

it.each(RIGHT)('%s may: %s', (file) => {
  expect(found).not.toContain(file);
});
