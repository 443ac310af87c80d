import { KnowledgeIndex } from '../knowledge/search/knowledge-index.js';
import { ENOUGH, type Passage } from '../knowledge/search/passage.js';
import type { Language } from '../language/language.js';
import type { ReadMedium } from './medium.js';

/** What was read of something that a person sent. */
export interface Attachment {
  /** The id of its message, and its place there. */
  id: string;
  /** What the bot calls it, beside the title that it has itself. */
  name: string;
  read: ReadMedium;
  /** It came with the question itself. */
  now: boolean;
}

/** A part of what a person sent. It says nothing of the business. */
export interface AttachedPassage extends Passage {
  /** All passages of what it is a part of, in order. */
  whole: Passage[];
  /** It has nothing that was asked for, but came with the question: a model may need it. */
  aside?: true;
}

/** Passages of what came with the question, where none of them has what was asked for. */
const FIRST = 2;
/** How much more what came with the question counts than what came before. */
const NOW = 1.5;

/** What a person has sent besides text, to be searched like the business's documents. */
export class Attachments {
  private readonly index = new KnowledgeIndex();
  private filled?: Promise<unknown>;

  constructor(private readonly all: Attachment[]) {}

  /**
   * The passages that answer a question, best first; where there are none, the beginning of what came
   * with it, `aside`. Their scores are between 0 and `NOW`.
   */
  async search(question: string, limit: number, language: Language): Promise<AttachedPassage[]> {
    await (this.filled ??= this.fill());
    const found = this.index.search(question, limit, language);
    const evidence = found.filter(({ relevance }) => relevance >= ENOUGH);
    if (!evidence.length) return this.beginnings();
    const best = Math.max(...evidence.map(({ score }) => score));
    return evidence.map((passage) => {
      const { now } = this.all.find(({ id }) => id === passage.documentId)!;
      const score = (passage.score / best) * (now ? NOW : 1);
      const [{ title }] = this.passages(passage.documentId);
      return { ...passage, title, score, whole: this.passages(passage.documentId) };
    });
  }

  private beginnings(): AttachedPassage[] {
    return this.all
      .filter(({ now }) => now)
      .flatMap(({ id }) => {
        const whole = this.passages(id);
        const first = whole.slice(0, FIRST);
        return first.map((one) => ({ ...one, relevance: ENOUGH, score: 1, aside: true, whole }));
      }) as AttachedPassage[];
  }

  private passages(id: string): Passage[] {
    const { name, read } = this.all.find((one) => one.id === id)!;
    const title = [name, read.title].filter(Boolean).join(': ');
    return this.index.passages(id).map((passage) => ({ ...passage, title }));
  }

  private fill(): Promise<unknown> {
    return Promise.all(
      this.all.map(({ id, name, read }) => {
        // Its own title, as a business's document has: the heading that repeats it is left out.
        const title = read.title ?? name;
        const format = read.by === 'vision' ? ('text' as const) : ('markdown' as const);
        return this.index.put({ ...NOWHERE, id, title, text: read.text, format });
      }),
    );
  }
}

/** What a document has besides: it is in no store. */
const NOWHERE = { name: '', revision: '', metadata: {}, createdAt: 0, updatedAt: 0 };
