/**
 * Sends what people send besides text to a Recado of its own, as signed webhooks, and looks for the
 * fact that was asked for in the reply: `npm run test:local-model`, with OPENAI_BASE_URL and the
 * names of the models. Without OPENAI_BASE_URL it has no model: voice notes are not heard then. See
 * docs/quality.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecadoProcess } from '../support/recado.process.js';
import { until } from '../support/until.js';
import { type Row, ROWS } from './rows.js';

/** Milliseconds for one reply: a small model on a busy CPU takes its time. */
const PATIENCE_MS = 120_000;
const MODELS = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'CHAT_MODEL', 'TRANSCRIPTION_MODEL'];

interface Listed {
  direction: string;
  body: string;
}

const directory = mkdtempSync(join(tmpdir(), 'recado-local-model-'));
const given = [...MODELS, 'EMBEDDING_MODEL', 'VISION_MODEL'].map((name) => [
  name,
  process.env[name],
]);
const recado = await RecadoProcess.start(directory, {
  ...Object.fromEntries(given.filter(([, value]) => value)),
  LLM_TIMEOUT_MS: '60000',
  SIMULATOR: 'on',
  LOG_FORMAT: 'json',
});
let failed = 0;
try {
  const only = process.argv[2];
  for (const [at, row] of ROWS.entries()) {
    if (only && !row.name.includes(only)) continue;
    const { reply, ms } = await play(row, `whatsapp:+1500555${2000 + at}`);
    const holds = row.holds.test(reply);
    if (!holds) failed++;
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${row.name} (${(ms / 1000).toFixed(1)} s)`);
    console.log(`     ${reply.replaceAll('\n', '\n     ')}`);
  }
} finally {
  await recado.stop();
  rmSync(directory, { recursive: true });
}
console.log(failed ? `${failed} failed.` : 'All hold.');
process.exitCode = failed ? 1 : 0;

/** The last reply to what is sent, and how long it took. */
async function play({ messages }: Row, from: string): Promise<{ reply: string; ms: number }> {
  let [reply, ms] = ['', 0];
  for (const [at, message] of messages.entries()) {
    const start = performance.now();
    const answer = await recado.call('POST', '/simulator/control/messages', { from, ...message });
    if (!answer.ok)
      throw new Error(`The simulator answers ${answer.status}: ${await answer.text()}`);
    const replies = await until(async () => {
      const all = await repliesTo(from);
      return all.length > at && all;
    }, PATIENCE_MS);
    [reply, ms] = [replies.slice(at).join('\n'), performance.now() - start];
  }
  return { reply, ms };
}

async function repliesTo(from: string): Promise<string[]> {
  const path = `/simulator/control/messages?conversation=${encodeURIComponent(from)}&limit=200`;
  const { items } = (await (await recado.call('GET', path)).json()) as { items: Listed[] };
  return items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
}
