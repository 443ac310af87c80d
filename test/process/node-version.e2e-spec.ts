import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const LINE = /^Node 24 is needed, and this is \d+\.\d+\.\d+: [^\n]+\n$/;

/** Lets a Node say that it is an older one, and takes from it what that one couldn't even link. */
const AGED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const versions = { ...process.versions, node: '20.1.0' };
  Object.defineProperty(process, 'versions', { value: versions });
  registerHooks({
    resolve(name, context, next) {
      if (name === 'node:sqlite') throw new Error('No such built-in module: node:sqlite');
      return next(name, context);
    },
  });
`)}`;
const aged: [string, NodeJS.ProcessEnv] = [process.execPath, { NODE_OPTIONS: `--import ${AGED}` }];

/** Those of this machine, where it has some. */
const older = process.env.PATH!.split(delimiter).flatMap((directory) => {
  const node = join(directory, 'node');
  if (!existsSync(node)) return [];
  const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return parseInt(version) < 24 ? ([[node, {}]] as [string, NodeJS.ProcessEnv][]) : [];
});

let directory: string;
/** What is built, where no Node came with the packages. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  cpSync(join(ROOT, 'bin'), join(directory, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(directory, 'package.json'));
  symlinkSync(join(ROOT, 'dist'), join(directory, 'dist'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function run(node: string, entry: string, env: NodeJS.ProcessEnv): Promise<unknown[]> {
  const options = { cwd: directory, env, timeout: 20_000 };
  return new Promise((resolve) =>
    execFile(node, [entry], options, (error, stdout, stderr) =>
      resolve([error?.code ?? 0, stdout, stderr]),
    ),
  );
}

it.each(['dist/main.js', 'dist/cli/main.js', 'dist/simulator/main.js', 'bin/recado.js'])(
  'an older Node that starts %s says in a line which one is needed',
  async (entry) => {
    for (const [node, env] of [aged, ...older]) {
      const refused = [1, '', expect.stringMatching(LINE)];
      expect([node, ...(await run(node, entry, env))]).toEqual([node, ...refused]);
    }
  },
);
