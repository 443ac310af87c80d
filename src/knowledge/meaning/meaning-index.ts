import { createHash } from 'node:crypto';
import { Gauge } from './gauge.js';
import { Signs } from './signs.js';
import { cosine, fromBytes, type Vectors } from './vectors.js';

/** Passages that are compared in full, of those whose signs are nearest. */
const COMPARED = 2000;
/** The nearest of those, whose windows are compared, too. */
const OPENED = 300;

/** A passage to be embedded: `key` is made from its texts, so that the same text is embedded once. */
export interface Unembedded {
  id: string;
  key: string;
}

/** A passage's vectors: of the whole, and of each of its windows. */
export interface Embedded extends Unembedded {
  bytes: Uint8Array;
}

/** How near a passage is to a question: cosines. */
export interface Near {
  id: string;
  passage: number;
  /** The nearest window's. */
  window: number;
  /** Which window that is, from 0. */
  at: number;
}

interface Place {
  id: string;
  key?: string;
  count?: number;
  vectors?: Vectors;
}

/** Finds passages by the vectors of one model. Passages without vectors are only known here. */
export class MeaningIndex {
  private readonly placeOf = new Map<string, number>();
  private readonly places: (Place | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly textsOf: (id: string) => string[];
  private gauge?: Gauge;
  private signs?: Signs;
  private embedded = 0;
  /** Keys of passages that were removed. */
  private readonly left = new Set<string>();

  /** `textsOf` gives the texts of a passage that are to be embedded: the whole, then its windows. */
  constructor(textsOf: (id: string) => string[]) {
    this.textsOf = textsOf;
  }

  add(id: string): void {
    const place = this.free.pop() ?? this.places.length;
    this.places[place] = { id };
    this.placeOf.set(id, place);
  }

  remove(id: string): void {
    const place = this.placeOf.get(id)!;
    const { vectors, key } = this.places[place]!;
    if (vectors) this.embedded--;
    if (key) this.left.add(key);
    this.places[place] = undefined;
    this.placeOf.delete(id);
    this.free.push(place);
  }

  /** How many passages there are, and how many of them have vectors. */
  progress(): { passages: number; embedded: number } {
    return { passages: this.placeOf.size, embedded: this.embedded };
  }

  /** Forgets all vectors. Those that come now are of the model that gave these unrelated ones. */
  begin(unrelated: Uint8Array, count: number): void {
    this.gauge = new Gauge(fromBytes(unrelated, count)!);
    this.signs = new Signs(this.gauge.mean);
    this.embedded = 0;
    for (const place of this.places) delete place?.vectors;
  }

  /** Passages from a place on, at most `most`, and the place to go on from; with `all`, also embedded ones. */
  page(from: number, most: number, all = false): { passages: Unembedded[]; next: number | null } {
    const passages: Unembedded[] = [];
    let at = from;
    for (; at < this.places.length && passages.length < most; at++) {
      const place = this.places[at];
      if (place && (all || !place.vectors)) passages.push({ id: place.id, key: this.keyOf(place) });
    }
    return { passages, next: at < this.places.length ? at : null };
  }

  /** The keys that no passage has any more, each told once. */
  orphans(): string[] {
    for (const place of this.places) if (place?.key) this.left.delete(place.key);
    const orphans = [...this.left];
    this.left.clear();
    return orphans;
  }

  /** The texts to be embedded of each passage; none of one that is gone. */
  texts(ids: string[]): string[][] {
    return ids.map((id) => (this.placeOf.has(id) ? this.textsOf(id) : []));
  }

  /** Takes vectors. Those of passages that are gone or have changed, or of another size, are left. */
  give(embedded: Embedded[]): void {
    for (const { id, key, bytes } of embedded) {
      const at = this.placeOf.get(id);
      const place = at === undefined ? undefined : this.places[at];
      if (!place || this.keyOf(place) !== key) continue;
      const vectors = fromBytes(bytes, place.count!);
      if (vectors?.size !== this.gauge!.unrelated.size) continue;
      if (!place.vectors) this.embedded++;
      place.vectors = vectors;
      this.signs!.set(at!, vectors);
    }
  }

  /**
   * The passages nearest to a question, and those of `also`; and how to read their cosines. Others than
   * `isMeant` says aren't looked at.
   */
  nearest(
    question: Vectors,
    also: string[],
    isMeant: (id: string) => boolean = () => true,
  ): { found: Near[]; read: (cosine: number) => number } {
    const { gauge } = this;
    if (!gauge || question.size !== gauge.unrelated.size) return { found: [], read: () => 0 };
    const compared = this.candidates(question).flatMap((at) => {
      const { vectors, id } = this.places[at] ?? {};
      return vectors && isMeant(id!) ? [{ at, passage: cosine(question, vectors, 0) }] : [];
    });
    compared.sort((a, b) => b.passage - a.passage);
    const opened = new Set(compared.slice(0, OPENED).map(({ at }) => at));
    for (const id of also) opened.add(this.placeOf.get(id)!);
    const found = [...opened].flatMap((at) => this.open(question, this.places[at]!));
    return { found, read: gauge.of(question) };
  }

  private candidates(question: Vectors): number[] {
    if (this.places.length <= COMPARED) return this.places.map((_, at) => at);
    return this.signs!.nearest(question, this.places.length, COMPARED);
  }

  private open(question: Vectors, { id, vectors }: Place): Near[] {
    if (!vectors) return [];
    const near = { id, passage: cosine(question, vectors, 0), window: -1, at: 0 };
    for (let n = 1; n < vectors.count; n++) {
      const found = cosine(question, vectors, n);
      if (found > near.window) Object.assign(near, { window: found, at: n - 1 });
    }
    return [vectors.count > 1 ? near : { ...near, window: near.passage }];
  }

  private keyOf(place: Place): string {
    if (place.key === undefined) {
      const texts = this.textsOf(place.id);
      const hash = createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
      place.key = hash.slice(0, 22);
      place.count = texts.length;
    }
    return place.key;
  }
}
