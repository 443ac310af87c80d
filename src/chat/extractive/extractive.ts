import { type Language, wordsOf } from '../../language/language.js';
import { excerpt, READABLE } from './excerpt.js';
import type { Found } from '../retrieval.js';
import { smallTalk, smallTalkLine } from '../small-talk.js';

/**
 * The least relevance (0 to 1) with which a passage is quoted as the answer. Of 612 questions that
 * have an answer (half of XQuAD-es) nine in ten reach about 0.43; questions about something else
 * mostly share one common word with a passage, or none.
 */
const MIN_RELEVANCE = 0.45;
/** Topics that are listed when the bot says what it can help with. */
const TOPICS = 6;
/** The least share of the best passage's score with which another one is quoted beside it. */
const EQUAL = 0.8;

/** A question, and what its answer without a model depends on. */
export interface Asked {
  text: string;
  language: Language;
  botName: string;
  /** Titles of the documents that can be asked about. */
  topics: string[];
}

/** Answers without a model: with the best passage word for word, or with "I don't know". */
export function extractive(asked: Asked, found: Found[]): { text: string; used: Found[] } {
  const { text, language, botName } = asked;
  const kind = smallTalk(text);
  if (kind === 'greeting' || kind === 'help')
    return { text: `${smallTalkLine(kind, language, botName)}${canHelp(asked)}`, used: [] };
  if (kind) return { text: smallTalkLine(kind, language, botName), used: [] };
  const best = found.find(({ relevance }) => relevance >= MIN_RELEVANCE);
  if (!best) return { text: `${wordsOf(language).unknown}${canHelp(asked)}`, used: [] };
  const used = withEquals(best, found).map((passage) => ({
    ...passage,
    text: excerpt(passage.text, text, language),
  }));
  const quotes = used.map((passage) => `**${heading(passage)}**\n\n${passage.text}`);
  return { text: quotes.join('\n\n'), used };
}

/**
 * Adds the passages of the same document that fit as well as the best one, in the document's order:
 * "Opening hours?" asks for those of every day. It stops where a phone could not show all of them.
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
