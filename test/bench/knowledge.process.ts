/** See `measureKnowledge`: node knowledge.process.ts PASSAGES DIRECTORY. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EmbeddingModel } from '../../src/knowledge/meaning/embedding-model.js';
import type { KnowledgeRow } from './knowledge.js';
import { seeded } from '../support/seeded.js';
import { quantile, zipfWords } from './random.js';

const SIZE = 384;
const WINDOWS = 5;
const IN_A_DOCUMENT = 100;
const SEARCHES = 300;

const [passages, directory] = [Number(process.argv[2]), process.argv[3]];
const built = <T>(file: string) =>
  import(new URL(`../../dist/${file}`, import.meta.url).href) as Promise<T>;
const { Sqlite } = await built<typeof import('../../src/storage/sqlite/sqlite.js')>(
  'storage/sqlite/sqlite.js',
);
const documentsOf = await built<typeof import('../../src/knowledge/documents/document.sqlite.js')>(
  'knowledge/documents/document.sqlite.js',
);
const vectorsOf = await built<typeof import('../../src/knowledge/meaning/store/vector.sqlite.js')>(
  'knowledge/meaning/store/vector.sqlite.js',
);
const { KnowledgeService } = await built<typeof import('../../src/knowledge/knowledge.service.js')>(
  'knowledge/knowledge.service.js',
);
const { ThreadedIndex } = await built<
  typeof import('../../src/knowledge/search/thread/threaded-index.js')
>('knowledge/search/thread/threaded-index.js');
const { Embedder } = await built<typeof import('../../src/knowledge/meaning/embedder.js')>(
  'knowledge/meaning/embedder.js',
);
const { MeaningService } = await built<
  typeof import('../../src/knowledge/meaning/meaning.service.js')
>('knowledge/meaning/meaning.service.js');
const { shorten } = await built<typeof import('../../src/knowledge/meaning/vectors.js')>(
  'knowledge/meaning/vectors.js',
);
const { documentOf } = await built<typeof import('../../src/knowledge/documents/document.js')>(
  'knowledge/documents/document.js',
);
const { SystemClock } = await built<typeof import('../../src/clock.js')>('clock.js');

const random = seeded(1);
const vector = () => Array.from({ length: SIZE }, () => random() - 0.5);
/** What a model's server would do; only its time is left out. */
const model = {
  name: 'random',
  documents: async (texts: string[]) => shorten(texts.map(vector)),
  question: async () => shorten([vector()]),
} as Partial<EmbeddingModel> as EmbeddingModel;

const sqlite = await Sqlite.open(join(directory, 'knowledge.sqlite'));
const documents = await documentsOf.open(sqlite);
const vectors = await vectorsOf.open(sqlite);
const words = zipfWords(random);
for (let n = 0; n < passages / IN_A_DOCUMENT; n++) await documents.put(aDocument(n));

const first = await opened();
await first.close();
const second = await opened();
const row: KnowledgeRow = {
  passages: second.progress.passages,
  windows: 2 * WINDOWS - 1,
  buildS: first.seconds,
  reloadS: second.seconds,
  ...(await searched(second.knowledge)),
  memoryMb: memoryMb(),
};
process.send!(row);
await second.close();
await sqlite.close();
process.disconnect();

/** A knowledge service that has read everything, and how long that took. */
async function opened() {
  const began = performance.now();
  const index = new ThreadedIndex();
  const meaning = new MeaningService(new Embedder(vectors, model), model);
  const knowledge = new KnowledgeService(documents, new SystemClock(), index, meaning);
  await knowledge.topics('en');
  console.log(`knowledge: words after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  let progress = await index.meaning.progress();
  while (progress.embedded < progress.passages) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    progress = await index.meaning.progress();
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`knowledge: all after ${seconds.toFixed(1)} s, ${memoryMb().toFixed(0)} MB`);
  const close = async () => {
    await meaning.onModuleDestroy();
    await index.onApplicationShutdown();
  };
  return { knowledge, progress, seconds, close };
}

/** Searches one after the other, while documents' versions are raised as messages are acknowledged. */
async function searched(knowledge: InstanceType<typeof KnowledgeService>) {
  const [times, writes]: number[][] = [[], []];
  for (let n = 0; n < 20; n++) await knowledge.search(words(6), 12, 'en');
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const end = new AbortController();
  const acknowledging = (async () => {
    while (!end.signal.aborted) writes.push(await timed(() => vectors.put('acks', [anAck()])));
  })();
  for (let n = 0; n < SEARCHES; n++)
    times.push(await timed(() => knowledge.search(words(6), 12, 'en')));
  held.disable();
  end.abort();
  await acknowledging;
  return {
    searchP50: quantile(times, 0.5),
    searchP95: quantile(times, 0.95),
    heldMs: held.max / 1e6,
    writeP99: quantile(writes, 0.99),
  };
}

function anAck() {
  return { key: String(random()), bytes: new Uint8Array(200) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function aDocument(n: number) {
  const sentence = () => `${words(16)}.`;
  const section = (_: unknown, at: number) =>
    `## ${words(3)} ${at}\n\n${Array.from({ length: WINDOWS }, sentence).join(' ')}`;
  const text = Array.from({ length: IN_A_DOCUMENT }, section).join('\n\n');
  const id = `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
  const title = `Document ${n}`;
  return { ...documentOf({ name: id, title, text, format: 'markdown' }, n), id };
}

/** The most that the process had in memory until now. */
function memoryMb(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
}
