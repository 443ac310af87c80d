/**
 * Writes the client of the app that was built, so that `npm run check:types` holds the tests that
 * use it against what the document says now: it is in no repository, and can't go stale.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecadoProcess } from '../support/recado.process.js';
import { generate } from './generate.js';

const directory = mkdtempSync(join(tmpdir(), 'recado-'));
const recado = await RecadoProcess.start(directory, { SIMULATOR: 'on' });
try {
  const answer = await recado.call('GET', '/docs-json');
  await generate((await answer.json()) as object);
} finally {
  await recado.stop();
  rmSync(directory, { recursive: true });
}
