import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Embeddable } from './embeddable.js';
import { EmbeddingModel, wording } from './embedding-model.js';
import type { Embedded, Unembedded } from './meaning-index.js';
import { UNRELATED } from './unrelated.js';
import { type KeptVectors, VectorStore } from './store/vector.store.js';
import { toBytes, type Vectors } from './vectors.js';

/** Passages that are looked up at once; they have some ten texts each. */
const PAGE = 128;
/** Texts of one request, and requests at once. Larger answers would hold the event loop. */
const BATCH = 32;
const IN_FLIGHT = 4;
/** Answers by which a server says that it will never take a text: too long for the model, for example. */
const REFUSALS = new Set([400, 413, 422]);

const UNRELATED_KEY = `unrelated-${createHash('sha256').update(UNRELATED.join()).digest('hex')}`;

/** Gives the passages of an index their vectors: those that the store has, and the rest by the model. */
@Injectable()
export class Embedder {
  private readonly logger = new Logger('Embeddings');
  private readonly refused = new Set<string>();

  constructor(
    private readonly store: VectorStore,
    private readonly model: EmbeddingModel,
  ) {}

  /** Makes the index ready for a model's vectors, and gives it those in the store. */
  async begin(index: Embeddable, model: string): Promise<void> {
    await index.begin(await this.unrelated(model), UNRELATED.length);
    for await (const page of pages(index)) await this.fromStore(page, model, index);
  }

  /**
   * Makes the vectors that are missing and keeps them. With `unseen`, the index gets none of them: it
   * serves another model's. Several nodes may work at once: each looks into the store before it asks
   * the model, and begins elsewhere, so that few texts are embedded twice; a claim would have to be
   * given up by whoever crashes. Throws the client's or the store's error.
   */
  async complete(index: Embeddable, model: string, unseen = false): Promise<void> {
    const { passages } = await index.progress();
    const start = Math.floor(Math.random() * passages);
    for await (const page of pages(index, start, unseen)) {
      const missing = await this.fromStore(page, model, unseen ? undefined : index);
      await this.make(missing, model, index, unseen);
    }
  }

  /** Removes vectors that nothing refers to any more; with `all`, also those of other models. */
  async tidy(index: Embeddable, model: string, all: boolean): Promise<void> {
    if (!all) return this.store.remove(model, await index.orphans());
    const kept = new Set(await this.store.keys(model));
    kept.delete(UNRELATED_KEY);
    for await (const page of pages(index, 0, true)) for (const { key } of page) kept.delete(key);
    await this.store.remove(model, [...kept]);
    for (const { model: other } of await this.store.models())
      if (other !== model) await this.store.clear(other);
  }

  /** The model, other than this one, that has the most vectors in the store. */
  async predecessor(model: string): Promise<string | undefined> {
    const counted = (await this.store.models()).sort((a, b) => b.count - a.count);
    const [own, other] = [counted.find((of) => of.model === model), counted[0]];
    if (!other || other.model === model || (own?.count ?? 0) >= other.count) return undefined;
    const [gauged] = await this.store.find(other.model, [UNRELATED_KEY]);
    const answers = gauged && (await this.model.question(UNRELATED[0], other.model));
    return answers && other.model;
  }

  private async unrelated(model: string): Promise<Uint8Array> {
    const [kept] = await this.store.find(model, [UNRELATED_KEY]);
    if (kept) return kept.bytes;
    const bytes = toBytes(await this.model.documents(UNRELATED, model));
    await this.store.put(model, [{ key: UNRELATED_KEY, bytes }]);
    return bytes;
  }

  /** Gives the index what the store has of these passages, and returns the others. */
  private async fromStore(
    page: Unembedded[],
    model: string,
    index: Embeddable | undefined,
  ): Promise<Unembedded[]> {
    const keys = [...new Set(page.map(({ key }) => key))];
    const kept = new Map((await this.store.find(model, keys)).map((of) => [of.key, of.bytes]));
    await index?.give(withBytes(page, kept));
    return page.filter(({ key }) => !kept.has(key) && !this.refused.has(`${model} ${key}`));
  }

  private async make(
    passages: Unembedded[],
    model: string,
    index: Embeddable,
    unseen: boolean,
  ): Promise<void> {
    const once = [...new Map(passages.map((of) => [of.key, of])).values()];
    const texts = await index.texts(once.map(({ id }) => id));
    const batches = inBatches(once.map((of, n) => ({ key: of.key, texts: texts[n] })));
    const worker = async () => {
      for (let batch; (batch = batches.shift());) {
        const kept = await this.embed(batch, model);
        await this.store.put(model, kept);
        const made = new Map(kept.map(({ key, bytes }) => [key, bytes]));
        if (!unseen) await index.give(withBytes(passages, made));
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  }

  /** A passage that the server refuses stays without vectors, and doesn't keep the others from theirs. */
  private async embed(batch: Texts[], model: string): Promise<KeptVectors[]> {
    try {
      const vectors = await this.model.documents(
        batch.flatMap(({ texts }) => texts),
        model,
      );
      return parted(batch, vectors);
    } catch (error) {
      if (!REFUSALS.has((error as { status: number }).status)) throw error;
      if (batch.length > 1)
        return (await Promise.all(batch.map((one) => this.embed([one], model)))).flat();
      this.refused.add(`${model} ${batch[0].key}`);
      this.logger.warn(`A passage is found by its words alone: ${wording(error)}`);
      return [];
    }
  }
}

/** The texts of a passage: the whole, then its windows. */
interface Texts {
  key: string;
  texts: string[];
}

/** The pages of an index from a place to the end, and from the first to that place. */
async function* pages(index: Embeddable, start = 0, all = false): AsyncGenerator<Unembedded[]> {
  for (const [from, to] of [
    [start, Infinity],
    [0, start],
  ]) {
    for (let next: number | null = from; next !== null && next < to;) {
      const page = await index.page(next, PAGE, all);
      next = page.next;
      if (page.passages.length) yield page.passages;
    }
  }
}

function inBatches(passages: Texts[]): Texts[][] {
  const batches: Texts[][] = [];
  let room = 0;
  for (const passage of passages.filter(({ texts }) => texts.length)) {
    room -= passage.texts.length;
    if (room >= 0) batches.at(-1)!.push(passage);
    else {
      batches.push([passage]);
      room = BATCH - passage.texts.length;
    }
  }
  return batches;
}

function withBytes(passages: Unembedded[], bytes: Map<string, Uint8Array>): Embedded[] {
  return passages.flatMap((of) => {
    const found = bytes.get(of.key);
    return found ? [{ ...of, bytes: found }] : [];
  });
}

/** Each passage's part of the vectors of a batch. */
function parted(batch: Texts[], { size, factors, numbers }: Vectors): KeptVectors[] {
  let at = 0;
  return batch.map(({ key, texts: { length: count } }) => {
    const [from, to] = [at, (at += count)];
    const part = {
      factors: factors.subarray(from, to),
      numbers: numbers.subarray(from * size, to * size),
    };
    return { key, bytes: toBytes({ count, size, ...part }) };
  });
}
