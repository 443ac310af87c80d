import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile } from '../../support/built.process.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);

/**
 * Has `npm start` in this folder start what is built already, by the command that the project's own
 * `npm start` ends with. Returns what is to be started.
 */
export function npmStartIn(directory: string): { command: string[]; env: NodeJS.ProcessEnv } {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } };
  const last = scripts.start.split('&& ').at(-1)!.replace('dist/main.js', builtFile('main.js'));
  if (!last.startsWith('exec ')) throw new Error(`npm start ends with ${last}`);
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ scripts: { start: last } }));
  const bin = new URL('../../../node_modules/.bin', import.meta.url).pathname;
  const { HOME, PATH } = process.env;
  return { command: ['npm', 'start'], env: { HOME, PATH: `${bin}:${PATH}` } };
}
