import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Passage } from '../knowledge/search/passage.js';
import { terms } from '../language/terms.js';
import { isFollowUp } from './conversation.js';
import { parseSmallTalk } from './small-talk.js';

/** A passage and its relevance for the question: how well it fits, from 0 to 1. */
export interface Found extends Passage {
  relevance: number;
}

/** Passages that are returned, and those that are searched for to choose from. */
const PASSAGES = 4;
const CANDIDATES = 12;
/** Passages with less than this share of the best score are left out: they distract a model. */
const WEAK = 0.3;

/** Finds the passages for a question, also for one that needs the question before. */
@Injectable()
export class Retrieval {
  constructor(private readonly knowledge: KnowledgeService) {}

  /** The passages, best first. `previous` holds the questions that this one may follow up on. */
  async retrieve(
    asked: string,
    previous: string | undefined,
    language: Language,
  ): Promise<Found[]> {
    const text = parseSmallTalk(asked).rest;
    const own = await this.search(text, language);
    if (!previous) return strong(own).map(withRelevance).slice(0, PASSAGES);
    const context = strong(await this.search(`${previous} ${text}`, language));
    const found = isFollowUp(text)
      ? combined(own, context, terms(text, language).length > 0)
      : interleaved(strong(own), context);
    return found.slice(0, PASSAGES);
  }

  private search(text: string, language: Language): Promise<Passage[]> {
    return this.knowledge.search(text, CANDIDATES, guessLanguage(text) ?? language);
  }
}

function strong(found: Passage[]): Passage[] {
  return found.filter(({ score }) => score >= WEAK * found[0].score);
}

function withRelevance(passage: Passage): Found {
  return { ...passage, relevance: passage.coverage };
}

/**
 * For a question that seems complete: alternates what it found alone with what it found together with
 * the previous questions, in case it is a follow-up after all. The latter get relevance 0.
 */
function interleaved(own: Passage[], context: Passage[]): Found[] {
  const found = new Map<string, Found>();
  for (let at = 0; at < Math.max(own.length, context.length); at++) {
    if (own[at]) found.set(key(own[at]), withRelevance(own[at]));
    const other = context[at];
    if (other && !own.some((p) => key(p) === key(other)))
      found.set(key(other), { ...other, relevance: 0 });
  }
  return [...found.values()];
}

/**
 * For a follow-up: passages that match both questions come first. A passage that matches no word of
 * the follow-up itself gets relevance 0, unless the follow-up has no words to search for.
 */
function combined(own: Passage[], context: Passage[], hasTerms: boolean): Found[] {
  const all = new Map([...own, ...context].map((passage) => [key(passage), passage]));
  const coverage = (passages: Passage[], of: string) =>
    passages.find((passage) => key(passage) === of)?.coverage ?? 0;
  const found = [...all].map(([of, passage]) => {
    const [alone, both] = [coverage(own, of), coverage(context, of)];
    const relevance = alone || !hasTerms ? Math.max(alone, both) : 0;
    return { ...passage, relevance, order: alone + both };
  });
  return found.sort((a, b) => b.order - a.order);
}

function key({ documentId, position }: Passage): string {
  return `${documentId}#${position}`;
}
