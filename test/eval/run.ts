/**
 * Measures the answers: `npm run eval -- FILE.json` for a file in SQuAD's form, and
 * `npm run eval -- --chat FILE.yaml…` for conversations. See docs/quality.md.
 */
import { parseArgs } from 'node:util';
import { runChat } from './run-chat.js';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    chat: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    min: { type: 'string' },
    'max-harmful': { type: 'string' },
    kept: { type: 'string' },
  },
});

const number = (given?: string) => (given === undefined ? undefined : Number(given));
const turns = number(values.sample);
const seed = Number(values.seed);

try {
  if (!files.length) throw new Error('Name a file: npm run eval -- [--chat] FILE…');
  const total = { min: number(values.min), max_harmful: number(values['max-harmful']) };
  const sample = turns === undefined ? undefined : { turns, seed };
  const { show, kept } = values;
  if (!(await runChat({ files, sample, show, total, kept }))) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
