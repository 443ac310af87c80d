import { type Language, wordsOf } from '../../language/language.js';
import { excerpt, READABLE } from './excerpt.js';
import type { Found } from '../retrieval.js';
import { smallTalk, smallTalkLine } from '../small-talk.js';

/**
 * The least share of the question that a passage must speak of to be its answer. Of 612 questions
 * that have an answer (XQuAD-es, half) nine in ten reach about 0.43; questions about something else
 * mostly share a common word or none.
 */
const ENOUGH = 0.45;
const TOPICS = 6;
const EQUAL = 0.8;

export interface Asked {
  text: string;
  language: Language;
  botName: string;
  /** Titles of what can be asked about. */
  topics: string[];
}

/** An answer without a model: the best passage word for word, or that it isn't known. */
export function extractive(asked: Asked, found: Found[]): { text: string; used: Found[] } {
  const { text, language, botName } = asked;
  const kind = smallTalk(text);
  if (kind === 'greeting' || kind === 'help')
    return { text: `${smallTalkLine(kind, language, botName)}${canHelp(asked)}`, used: [] };
  if (kind) return { text: smallTalkLine(kind, language, botName), used: [] };
  const best = found.find(({ relevance }) => relevance >= ENOUGH);
  if (!best) return { text: `${wordsOf(language).unknown}${canHelp(asked)}`, used: [] };
  const used = withEquals(best, found).map((passage) => ({
    ...passage,
    text: excerpt(passage.text, text, language),
  }));
  const quotes = used.map((passage) => `**${heading(passage)}**\n\n${passage.text}`);
  return { text: quotes.join('\n\n'), used };
}

/**
 * "Opening hours?" means every day's: passages of the same document that fit as well as the best
 * one are quoted with it, in the document's order, while all of it can be read on a phone.
 */
function withEquals(best: Found, found: Found[]): Found[] {
  let room = READABLE - best.text.length;
  const equal = found.filter(
    (other) =>
      other === best ||
      (other.documentId === best.documentId &&
        other.relevance >= best.relevance &&
        other.score >= EQUAL * best.score &&
        (room -= other.text.length) >= 0),
  );
  return equal.sort((a, b) => a.position - b.position);
}

function heading({ title, section }: Found): string {
  return section ? `${title} · ${section.replaceAll(' > ', ' · ')}` : title;
}

function canHelp({ language, topics }: Asked): string {
  if (!topics.length) return '';
  const list = topics.slice(0, TOPICS).map((topic) => `- ${topic}`);
  return `\n\n${wordsOf(language).topicsLead}\n${list.join('\n')}`;
}
