import { Injectable } from '@nestjs/common';
import type { LineId } from '../config/lines/line.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { ENOUGH, type Match, type Passage, weightOf } from '../knowledge/search/passage.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Attachments } from '../media/attachments.js';
import {
  choosesAmount,
  choosesOnly,
  contentTerms,
  isFollowUp,
  mayFollowUp,
} from './history/follow-up.js';
import { beginStep } from './trace/recorder.js';
import { searched } from './trace/search-step.js';
import { parseSmallTalk } from '../intent/small-talk.js';

/** A passage, and whether it speaks of the question itself. */
export interface Found extends Passage {
  /** It speaks only of what was asked before: a model may need it, but it is no answer. */
  aside?: true;
  /** Of a follow-up: what it has of the questions before. */
  before?: Match[];
  /** Of what the sender sent: all its passages. It says nothing of the business. */
  whole?: Passage[];
}

/** What a question depends on besides. */
interface Besides {
  /** What the same message says besides: it only puts in order what answers the question. */
  beside?: string;
  /** What its sender sent. */
  attachments?: Attachments;
  /** The line that it was asked on; undefined: the default one. */
  line?: LineId;
}

/** Passages that are searched for to choose from. */
const CANDIDATES = 12;
/** Factor for the score of a passage in another language than the question's. */
const FOREIGN = 0.25;
/** What the whole message is worth beside its question: a passage that has more of it answers better. */
const BESIDE = 2;
/** What more a passage is worth that has all of the question before: it is on the same matter. */
const SAME_MATTER = 0.75;
/** Passages with less than this share of the best score are left out: they distract a model. */
const WEAK = 0.3;

/** Finds the passages for a question, also for one that needs the question before. */
@Injectable()
export class Retrieval {
  constructor(private readonly knowledge: KnowledgeService) {}

  /**
   * The passages that are evidence, best first: of the business's documents, and of what the sender
   * sent. `previous` holds the questions that this one may
   * follow up on: they count when it clearly does, or when nothing answers it alone.
   */
  async retrieve(
    asked: string,
    previous: string | undefined,
    language: Language,
    { beside, attachments, line }: Besides = {},
  ): Promise<Found[]> {
    const found = await this.ofBusiness(asked, previous, language, line, beside);
    if (!attachments) return found;
    const attached = await this.sent(attachments, asked, language);
    const both = [previous, asked].filter(Boolean).join(' ');
    const again = previous && isFollowUp(asked) && attached.every(({ aside }) => aside);
    const sent = again ? await this.sent(attachments, both, language, true) : attached;
    return together(found, sent);
  }

  private async ofBusiness(
    asked: string,
    previous: string | undefined,
    language: Language,
    line?: LineId,
    beside?: string,
  ): Promise<Found[]> {
    const text = parseSmallTalk(asked).rest;
    const spoken = guessLanguage(text) ?? language;
    const own = await this.search(text, spoken, line);
    const alone = strong(own);
    if (alone.length && beside && !isFollowUp(text))
      return this.beside(alone, `${beside} ${text}`, spoken, line);
    if (!previous || (alone.length && !mayFollowUp(text))) return alone;
    const context = await this.search(`${previous} ${text}`, spoken, line, true);
    const both = strong(combined(own, context, contentTerms(text, spoken)));
    if (!choosesOnly(text)) return both;
    // No document says "bigger": then it is all that there is to choose from.
    const named = both.filter(({ before }) => before?.length);
    if (named.length) return named;
    const chosenFrom = strong(await this.search(previous, spoken, line, true));
    return choosesAmount(text) ? chosenFrom : chosenFrom.map(undivided);
  }

  /** "I'm expecting, can you see me?": of what speaks of seeing patients, what speaks of both comes first. */
  private async beside(
    alone: Found[],
    text: string,
    language: Language,
    line?: LineId,
  ): Promise<Found[]> {
    const both = await this.search(text, language, line);
    const known = new Map(both.map((passage) => [key(passage), passage]));
    const scored = alone.map((one): Found => {
      const { score = 0, coverage = 0, evidence } = known.get(key(one)) ?? {};
      const own = new Set(one.evidence.matched.map(({ term }) => term));
      const before = evidence?.matched.filter(({ term }) => !own.has(term));
      return { ...one, before, score: one.score + BESIDE * score * coverage ** 2 };
    });
    return scored.sort((a, b) => b.score - a.score);
  }

  /** What the sender sent is searched by itself. */
  private async sent(from: Attachments, text: string, language: Language, followUp = false) {
    const ended = beginStep();
    const found = await from.search(text, CANDIDATES, language);
    ended(searched('attachments', { query: text, language, follow_up: followUp }, found));
    return found;
  }

  /** A question before may have been in another language: the passages in this one's come first. */
  private async search(
    text: string,
    language: Language,
    line?: LineId,
    followUp = false,
  ): Promise<Passage[]> {
    const ended = beginStep();
    const found = await this.knowledge.search(text, CANDIDATES, language, line);
    ended(searched('documents', { query: text, language, follow_up: followUp }, found));
    const isLast = ({ evidence }: Passage) => evidence.foreign && !evidence.only;
    const weighed = found.map((passage) =>
      isLast(passage) ? { ...passage, score: passage.score * FOREIGN } : passage,
    );
    return weighed.sort((a, b) => b.score - a.score);
  }
}

/** Of a question that only chooses ("the big one?"): all that there is to choose from. */
function undivided(found: Found): Found {
  return { ...found, evidence: { ...found.evidence, matched: [], missing: [] } };
}

/** What was sent is measured by itself: its scores are put beside those of the documents. */
function together(found: Found[], sent: Found[]): Found[] {
  const [best] = found.filter(({ aside }) => !aside);
  const scale = (relevance: number) => (best ? (best.score * relevance) / best.relevance : 1);
  const scaled = sent.map((one) => ({ ...one, score: one.score * scale(one.relevance) }));
  const all = [...found, ...scaled];
  const main = strong(all.filter(({ aside }) => !aside).sort((a, b) => b.score - a.score));
  return [...main, ...all.filter(({ aside }) => aside)];
}

function strong(found: Found[]): Found[] {
  const evidence = found.filter(({ relevance }) => relevance >= ENOUGH);
  return evidence.filter(({ score }) => score >= WEAK * evidence[0].score);
}

/**
 * For a follow-up: passages that match both questions come first. What has nothing of the follow-up
 * itself stands aside, unless the follow-up has no words to search for ("and how much is it?").
 */
function combined(own: Passage[], context: Passage[], terms: string[]): Found[] {
  if (!terms.length) return context;
  const alone = new Map(own.map((passage) => [key(passage), passage]));
  const both = new Map(context.map((passage) => [key(passage), passage]));
  const all = [...new Map([...alone, ...both])].map(([of, passage]): Found => {
    const has = ({ term }: { term: string }) =>
      term.split(' ').some((word) => terms.includes(word));
    const matched = passage.evidence.matched.filter(has);
    if (!matched.length) return { ...passage, aside: true };
    const [one, other] = [alone.get(of), both.get(of)];
    const before = passage.evidence.matched.filter((match) => !has(match));
    const evidence = { ...passage.evidence, matched };
    const missing = passage.evidence.missing.filter((match) => !has(match));
    const share = weightOf(before) / (weightOf([...before, ...missing]) || 1);
    const most = (of: 'relevance' | 'coverage') => Math.max(one?.[of] ?? 0, other?.[of] ?? 0);
    return {
      ...passage,
      evidence,
      before,
      relevance: most('relevance'),
      coverage: most('coverage'),
      score: ((one?.score ?? 0) + (other?.score ?? 0)) * (1 + SAME_MATTER * share),
    };
  });
  return all.sort(
    (a, b) => Number(a.aside ?? false) - Number(b.aside ?? false) || b.score - a.score,
  );
}

function key({ documentId, position }: Passage): string {
  return `${documentId}#${position}`;
}
