import { expect, it } from 'vitest';
import { crowdedFolders, misshapen, type Rule, rules, shareOfGoodSize } from './shape.js';
import { WrongTree } from './wrong-tree.js';

it('is right everywhere', () => {
  expect(misshapen(process.cwd())).toEqual([]);
});

const lines = (count: number) => 'export {};\n'.repeat(count);

const ENVIRONMENT = 'only read-env.ts reads the environment';
const WRONG: [file: string, rule: Rule, text: string][] = [
  ['src/chat/long.ts', 'at most 200 lines', lines(201)],
  ['test/long.spec.ts', 'at most 200 lines', lines(201)],
  ['web/src/long.tsx', 'at most 200 lines', lines(201)],
  ['src/chat/index.ts', 'no barrel', "export * from './a.js';\nexport { b } from './b.js';\n"],
  ['src/chat/all.ts', 'no barrel', "/** All. */\nexport type { A } from './a.js';\n"],
  ['src/chat/again.ts', 'no barrel', "import { a } from './a.js';\nexport * from './b.js';\n"],
  ['src/chat/late.ts', 'no forwardRef', 'const late = Inject(forwardRef(() => Chat));\n'],
  ['src/chat/dto/a.ts', 'no folder by kind', 'export const a = 1;\n'],
  ['src/utils/text.ts', 'no folder by kind', 'export const a = 1;\n'],
  ['test/helpers/a.ts', 'no folder by kind', 'export const a = 1;\n'],
  ['web/src/interfaces/a.ts', 'no folder by kind', 'export interface A {}\n'],
  ['src/chat/dot.ts', ENVIRONMENT, 'const { PORT } = process.env;\n'],
  ['src/chat/index-of.ts', ENVIRONMENT, "const all = process['env'];\n"],
  ['src/chat/taken.ts', ENVIRONMENT, 'const { argv, env } = process;\n'],
];

/** What looks much like it, and is right. */
const RIGHT: Record<string, string> = {
  'src/env/read-env.ts': 'export const { PORT } = process.env;\n',
  'src/chat/full.ts': lines(200),
  'src/chat/more.ts': "export * from './a.js';\nexport const own = 1;\n",
  'src/chat/types.ts': 'export type A = 1;\n',
  'src/main.ts': "import './app.module.js';\nprocess.exit(environment.code);\n",
  'test/run.ts': 'export const ci = process.env.CI;\n',
};

it('is seen where it is wrong', () => {
  const texts = Object.fromEntries(WRONG.map(([file, , text]) => [file, text]));
  const tree = new WrongTree({ ...texts, ...RIGHT });
  const found = misshapen(tree.root);
  tree.remove();
  const expected = WRONG.map(([file, rule]) => ({ file, rule }));
  expect(found).toEqual(expected.sort((a, b) => (a.file < b.file ? -1 : 1)));
});

it('has a wrong example of every rule', () => {
  expect(new Set(WRONG.map(([, rule]) => rule))).toEqual(new Set(rules));
});

it('has no folder of more than twenty files', () => {
  expect(crowdedFolders(process.cwd())).toEqual([]);
  const files = Array.from({ length: 21 }, (_, n) => [`src/chat/${n}.ts`, '']);
  const tree = new WrongTree(Object.fromEntries([...files, ['src/log/a.ts', '']]));
  const found = crowdedFolders(tree.root);
  tree.remove();
  expect(found).toEqual(['src/chat']);
});

it('has files that are mostly of 30 to 200 lines', () => {
  expect(shareOfGoodSize(process.cwd())).toBeGreaterThanOrEqual(0.75);
  const sizes = [29, 30, 200, 201].map((count) => [`src/chat/${count}.ts`, lines(count)]);
  const tree = new WrongTree(Object.fromEntries(sizes));
  const share = shareOfGoodSize(tree.root);
  tree.remove();
  expect(share).toBe(0.5);
});
