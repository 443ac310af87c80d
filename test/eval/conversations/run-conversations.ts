import { p95 } from '../figures.js';
import { ModelProxy } from '../model-proxy.js';
import { readSet } from '../../../src/scenarios/reader.js';
import { crossed } from './crossed.js';
import { type Played, Players, type Sample } from './players.js';
import { countOf, countsByKind, table, wrongTurn } from './report.js';
import { keeps, readThresholds, type Threshold } from './thresholds.js';

export interface Options {
  files: string[];
  sample?: Sample;
  /** Asks each business in the language that its documents are not in: see `crossed`. */
  crossed: boolean;
  /** Shows the wrong turns of held-out sets, too. */
  show: boolean;
  /** For all turns together. */
  total: Threshold;
  /** A file that has the threshold of each set by its name. */
  kept?: string;
}

/** Whoever tunes the answers must not see which of its turns are wrong. */
const HELD_OUT = /\.held-out\.ya?ml$/;

/**
 * Plays sets of conversations, prints what was wrong and, as the last line, the figures. Returns
 * whether all thresholds are reached.
 */
export async function runConversations(options: Options): Promise<boolean> {
  const read = options.files.map(readSet);
  const sets = options.crossed ? read.flatMap(crossed) : read;
  const thresholds = options.kept ? readThresholds(options.kept) : {};
  await using proxy = await ModelProxy.start();
  await using players = new Players(proxy.env);
  const bySet = new Map<string, Played[]>();
  for (const set of sets) {
    console.error(`${set.name}…`);
    const played = await players.play(set, options.sample);
    bySet.set(set.name, played);
    if (options.show || !HELD_OUT.test(set.name)) showWrong(set.name, played);
  }
  const figures = figuresOf(bySet, options.total, thresholds);
  console.log(JSON.stringify({ ...figures, tokens: proxy.tokens }));
  return figures.passed;
}

function showWrong(set: string, played: Played[]): void {
  for (const one of played)
    if (one.harmful || !one.right) console.log(`\n${set}: ${wrongTurn(one)}`);
}

/** Prints the tables of the counts, and returns what they are made of. */
function figuresOf(
  bySet: Map<string, Played[]>,
  total: Threshold,
  thresholds: Record<string, Threshold>,
) {
  const played = [...bySet.values()].flat();
  const all = countOf(played);
  const kinds = countsByKind(played);
  const sets = Object.fromEntries([...bySet].map(([name, of]) => [name, countOf(of)]));
  console.log(`\n${table('kind', kinds)}\n\n${table('set', { ...sets, all })}\n`);
  const files = Object.entries(sets).map(([file, count]) => {
    const passed = keeps(count, thresholds[file] ?? thresholds.default ?? {});
    return { file, ...count, passed };
  });
  const answeredBy = (mode: string) => played.filter(({ given }) => given.mode === mode).length;
  return {
    mode: answeredBy('llm') ? 'llm' : 'extractive',
    ...all,
    by_model: answeredBy('llm'),
    fallbacks: answeredBy('fallback'),
    p95_ms: p95(played.map(({ ms }) => ms)),
    passed: keeps(all, total) && files.every(({ passed }) => passed),
    kinds,
    files,
  };
}
