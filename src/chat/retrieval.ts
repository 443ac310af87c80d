import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Passage } from '../knowledge/search/language-index.js';
import { terms } from '../language/terms.js';
import { isFollowUp } from './conversation.js';
import { parseSmallTalk } from './small-talk.js';

/** A passage and how well it fits what was asked: 0 to 1. */
export interface Found extends Passage {
  relevance: number;
}

const PASSAGES = 4;
const CANDIDATES = 12;
/** Passages with less than this share of the best one's score are left out: they only distract. */
const WEAK = 0.3;

/** Finds the passages for a turn, also when its question leans on the one before. */
@Injectable()
export class Retrieval {
  constructor(private readonly knowledge: KnowledgeService) {}

  /** Best first. `previous` is the question that this one may lean on. */
  async retrieve(
    asked: string,
    previous: string | undefined,
    language: Language,
  ): Promise<Found[]> {
    const text = parseSmallTalk(asked).rest;
    const own = await this.search(text, language);
    if (!previous) return strong(own).map(fits).slice(0, PASSAGES);
    const context = strong(await this.search(`${previous} ${text}`, language));
    const found = isFollowUp(text)
      ? together(own, context, terms(text, language).length > 0)
      : inTurns(strong(own), context);
    return found.slice(0, PASSAGES);
  }

  private search(text: string, language: Language): Promise<Passage[]> {
    return this.knowledge.search(text, CANDIDATES, guessLanguage(text) ?? language);
  }
}

function strong(found: Passage[]): Passage[] {
  return found.filter(({ score }) => score >= WEAK * found[0].score);
}

function fits(passage: Passage): Found {
  return { ...passage, relevance: passage.coverage };
}

/**
 * A question that stands alone: what it found, and in turns what it found with the one before,
 * in case it leans on it after all; those fit nothing by themselves.
 */
function inTurns(own: Passage[], context: Passage[]): Found[] {
  const found = new Map<string, Found>();
  for (let at = 0; at < Math.max(own.length, context.length); at++) {
    if (own[at]) found.set(key(own[at]), fits(own[at]));
    const other = context[at];
    if (other && !own.some((p) => key(p) === key(other)))
      found.set(key(other), { ...other, relevance: 0 });
  }
  return [...found.values()];
}

/** A follow-up: first what speaks of both questions. What has none of its own words doesn't fit. */
function together(own: Passage[], context: Passage[], saysSomething: boolean): Found[] {
  const all = new Map([...own, ...context].map((passage) => [key(passage), passage]));
  const coverage = (passages: Passage[], of: string) =>
    passages.find((passage) => key(passage) === of)?.coverage ?? 0;
  const found = [...all].map(([of, passage]) => {
    const [alone, both] = [coverage(own, of), coverage(context, of)];
    const relevance = alone || !saysSomething ? Math.max(alone, both) : 0;
    return { ...passage, relevance, order: alone + both };
  });
  return found.sort((a, b) => b.order - a.order);
}

function key({ documentId, position }: Passage): string {
  return `${documentId}#${position}`;
}
