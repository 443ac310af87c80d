/**
 * Builds the console into `dist/web`, with the client of the app that was built before. What has not
 * changed since the last time isn't built again: every `npm start` asks for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { builtDocument } from './document.js';
import { generate } from './generate.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const PAGE = join(ROOT, 'dist/web');
/** Beside the page, not in it: what is in it is served. */
const STAMP = join(ROOT, 'dist/web.sha256');

/** All that the page is made of: its own sources, the API's, and the packages. */
function digest(): string {
  const exclude = ['web/api/dist/**', '**/*.spec.ts'];
  const sources = globSync(['web/**/*.*', 'src/**/*.ts', 'package-lock.json'], {
    cwd: ROOT,
    exclude,
  });
  const hash = createHash('sha256');
  for (const file of sources.sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const wanted = digest();
const made =
  existsSync(join(PAGE, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8');
if (made !== wanted) {
  const began = performance.now();
  await generate(await builtDocument());
  await build({ configFile: join(ROOT, 'web/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(STAMP, wanted);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`Successfully built the console (${seconds} s)\n`);
}
// What the app has loaded may hold a connection; nothing more is to come.
process.exit();
