#!/usr/bin/env node
// Starts the command line on the Node that came with the packages, where there is one. It runs on
// older ones itself, so nothing here is newer than Node 20; the command line says what it needs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const carried = at('node_modules/.bin/node');
const node = existsSync(carried) ? carried : process.execPath;
const main = at('dist/cli/main.js');

if (!existsSync(main)) stop('Recado is not built yet: run `npm run build`, then this again.');

const { status, signal, error } = spawnSync(node, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (error) stop(`${node} cannot be run: ${error.message}`);
process.exit(signal ? 1 : status);

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
