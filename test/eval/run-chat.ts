import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Players, type Played, type Sample } from './chat.js';
import { type Count, countOf, countsByKind, table, wrongTurn } from './chat-report.js';
import { ModelProxy } from './model-proxy.js';
import { readSet } from './conversation-set.js';

/** What a set, or all of them together, must reach. */
export interface Threshold {
  min?: number;
  max_harmful?: number;
}

export interface ChatOptions {
  files: string[];
  sample?: Sample;
  /** Shows the wrong turns of held-out sets, too. */
  show: boolean;
  /** For all turns together. */
  total: Threshold;
  /** A file that has the threshold of each set by its name. */
  kept?: string;
}

/** Whoever tunes the answers must not see which of its turns are wrong. */
const HELD_OUT = /\.held-out\.ya?ml$/;

/** Plays sets of conversations and prints what was wrong. Returns whether all thresholds are kept. */
export async function runChat({ files, sample, show, total, kept }: ChatOptions): Promise<boolean> {
  const sets = files.map(readSet);
  const thresholds = kept ? (parse(readFileSync(kept, 'utf8')) as Record<string, Threshold>) : {};
  await using models = await ModelProxy.start();
  await using players = new Players(models.env);
  const bySet = new Map<string, Played[]>();
  for (const set of sets) {
    console.error(`${set.name}…`);
    const played = await players.play(set, sample);
    bySet.set(set.name, played);
    if (show || !HELD_OUT.test(set.name))
      for (const one of played.filter(({ right }) => !right))
        console.log(`\n${set.name}: ${wrongTurn(one)}`);
  }
  return report(bySet, { files, sample, show, total, kept }, thresholds);
}

function report(
  bySet: Map<string, Played[]>,
  { total }: ChatOptions,
  thresholds: Record<string, Threshold>,
): boolean {
  const all = [...bySet.values()].flat();
  const sets = Object.fromEntries([...bySet].map(([name, played]) => [name, countOf(played)]));
  const kinds = countsByKind(all);
  console.log(`\n${table('kind', kinds)}\n\n${table('set', { ...sets, all: countOf(all) })}\n`);
  const files = Object.entries(sets).map(([file, count]) => {
    return { file, ...count, passed: keeps(count, thresholds[file] ?? {}) };
  });
  const passed = keeps(countOf(all), total) && files.every(({ passed }) => passed);
  const mode = all.some(({ given }) => given.mode === 'llm') ? 'llm' : 'extractive';
  const fallbacks = all.filter(({ given }) => given.mode === 'fallback').length;
  console.log(
    JSON.stringify({ mode, ...countOf(all), fallbacks, ...p95(all), passed, kinds, files }),
  );
  return passed;
}

function keeps({ share, harmful }: Count, { min = 0, max_harmful = Infinity }: Threshold): boolean {
  return share >= min && harmful <= max_harmful;
}

function p95(played: Played[]) {
  const times = played.map(({ ms }) => ms).sort((a, b) => a - b);
  return { p95_ms: Math.round(times[Math.floor(times.length * 0.95)] ?? 0) };
}
