/**
 * Measures the answers: `npm run eval -- FILE.json` for a file in SQuAD's form, and
 * `npm run eval -- --chat FILE.yaml…` for conversations, `npm run eval -- --intents FILE.yaml…` for
 * what messages are taken for. See docs/quality.md.
 */
import { parseArgs } from 'node:util';
import { runConversations } from './conversations/run-conversations.js';
import { runSquad } from './squad/run-squad.js';
import { runWants } from './wants/run-wants.js';

/** Questions that a model answers, where nothing else is said. */
const SAMPLE = 40;

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    chat: { type: 'boolean', default: false },
    intents: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    crossed: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    min: { type: 'string' },
    'max-harmful': { type: 'string' },
    half: { type: 'string' },
    kept: { type: 'string' },
  },
});

async function run(): Promise<boolean> {
  const { chat, intents, show, kept, half, crossed } = values;
  if (!files.length) throw new Error('Name a file: npm run eval -- [--chat|--intents] FILE…');
  if (intents) return runWants({ files, show, kept });
  const [sample, seed] = [number('sample'), number('seed')!];
  if (chat) {
    const total = { min: number('min'), max_harmful: number('max-harmful') };
    const turns = sample === undefined ? undefined : { turns: sample, seed };
    return runConversations({ files, sample: turns, show, crossed, total, kept });
  }
  if (half !== undefined && half !== 'a' && half !== 'b') throw new Error('--half is a or b');
  for (const file of files) await runSquad({ file, half, sample: sample ?? SAMPLE, seed });
  return true;
}

function number(name: 'sample' | 'seed' | 'min' | 'max-harmful'): number | undefined {
  const given = values[name];
  if (given === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(given)) throw new Error(`--${name} is a number, not ${given}`);
  return Number(given);
}

try {
  if (!(await run())) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
