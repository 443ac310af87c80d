import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clonesIn } from './clones.js';
import { WrongTree } from './wrong-tree.js';

/** Milliseconds. All sources are compared with each other, while three others use the same two cores. */
const LONG = 180_000;

it('finds nothing in the sources that stands twice', { timeout: LONG }, async () => {
  expect(await clonesIn(process.cwd())).toEqual([]);
});

it('finds what stands twice', async () => {
  const text = readFileSync('src/chat/llm/budget.ts', 'utf8');
  const method = text.slice(text.indexOf('async stage'), text.lastIndexOf('}'));
  const tree = new WrongTree({
    'src/chat/a.ts': `export class A {\n  ${method}}\n`,
    'src/mailbox/b.ts': `/** Another. */\nexport class B {\n  here = 1;\n\n  ${method}}\n`,
    'src/mailbox/c.ts': text.slice(0, text.indexOf('async stage')),
  });
  const found = await clonesIn(tree.root);
  tree.remove();
  expect(found).toEqual([expect.stringMatching(/^src\/mailbox\/b\.ts:5 is src\/chat\/a\.ts:2$/)]);
});
