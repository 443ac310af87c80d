import { fold, foldInPlace, languageOf, ofEach, phrasesOfAll } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { parseSmallTalk } from '../../intent/small-talk.js';
import { asksOnlyWhich } from './completed.js';
import { split, splitOnce } from './splitting.js';

/** One question of a message, and what the message says before it. */
export interface Question {
  text: string;
  /** Empty where the question is the whole message. */
  context: string;
}

/** More questions than these in one message are answered together, as one. */
const MOST = 3;
/** Nobody asks for more subjects at once: what names more is a story, or is sent to make us work. */
const MOST_SUBJECTS = 8;
/** Words of a list of subjects that somebody puts a question mark behind: "hours, prices and parking?" */
const FEW = 6;
/** A sentence of more words than these is a story, with its question in one of its clauses. */
const LONG = 24;

/** A connective such as "also" may stand before the first word of a question. */
const ASKS = phrasesOfAll(({ asking }) => fold(asking.interrogatives)).join('|');
const AND = phrasesOfAll(({ asking }) => fold(asking.and)).join('|');
const JOINS = phrasesOfAll(({ asking }) => fold(`${asking.and}|${asking.or}`)).join('|');
const BEGINS_ASKING = beginsWith([ASKS]);
/** Where a question has its mark, these ask nothing without one. */
const STATES = beginsWith(phrasesOfAll(({ asking }) => asking.stating));
const SECOND = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)(?:${AND})\\s+(?=[¿\\s]*(?:${ASKS})(?!\\p{L}))`,
  'iu',
);
const JOINED = new RegExp(`\\s*(?:,|[,\\s]\\s*(?:${JOINS})\\s)\\s*`, 'iu');
/** In a whole question a comma may add to one subject, and "or" leaves the choice. */
const BOTH = new RegExp(`\\s+(?:${AND})\\s+`, 'iu');
const CLAUSE = /(?<=[,;:–—])\s+/u;
/** Anywhere in a sentence another language's words would be taken for asking ones, as "me" would. */
const ASKING = ofEach(
  ({ asking }) =>
    new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${fold(asking.interrogatives)})(?![\\p{L}\\p{N}'’])`, 'iu'),
);
/** "I wanted to know if" begins a question without any other sign of one. */
const INDIRECT = new RegExp(
  `(?<!\\p{L})(?:${phrasesOfAll(({ asking }) => fold(asking.indirect)).join('|')})(?!\\p{L})[\\s:,]*`,
  'iu',
);
const WHETHER = phrasesOfAll(({ asking }) => fold(asking.whether)).join('|');
const BEGINS_INDIRECTLY = new RegExp(`^(?:${WHETHER})(?!\\p{L})`, 'iu');
/** "And if" adds another one to an indirect question; in any other it may be a condition. */
const SECOND_INDIRECT = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)(?:(?:${JOINS})\\s+)+(?=(?:${WHETHER})(?!\\p{L}))`,
  'iu',
);
/** What follows gives the reason for a question. */
const BECAUSE = new RegExp(
  `(?<!\\p{L})(?:${phrasesOfAll(({ asking }) => fold(asking.because)).join('|')})(?!\\p{L})\\s*`,
  'iu',
);
const SHORTENED = phrasesOfAll(({ asking }) => asking.abbreviations).join('|');
const SENTENCE_END = new RegExp(
  `(?<=[?!…]|(?<!(?<!\\p{L})(?:${SHORTENED}))(?<=\\p{L}\\p{L})\\.)\\s+|(?<=\\?)(?=\\S)|\\n+|\\s(?=¿)`,
  'iu',
);
/** Tags and the marks by which models tell roles apart say nothing to us. */
const MARKS = /<[^<>\n]{1,40}>|\[\/?[A-Z]{2,12}\]/g;
const READABLE = /[\p{L}\p{N}]/u;

/**
 * The questions of a message, in order. Sentences that ask nothing become the context of those that
 * do: "I'm coming with my dog. Is there parking?". A message that asks nothing is one question.
 */
export function questionsOf(message: string): Question[] {
  const text = message.replace(MARKS, '\n').trim();
  const sentences = sentencesOf(text);
  const asking = sentences.filter((one) => asks(one, sentences));
  const context = sentences.filter((one) => !asking.includes(one) && !isLong(one)).join(' ');
  const told = asking.length ? asking : sentences.filter(isLong).slice(-1);
  const questions = told.flatMap((sentence) => questionsIn(sentence, context));
  if (!questions.length || questions.length > MOST) return [{ text, context: '' }];
  return questions;
}

/** Whether a message asks anything. */
export function isQuestion(message: string): boolean {
  return sentencesOf(message).some((one) => asks(one));
}

/** The subjects of a question that names several: "hours and prices". One for all others. */
export function subjectsOf(question: string): string[] {
  const isWhole = BEGINS_ASKING.test(fold(question)) || isSentence(question);
  const between = isWhole ? BOTH : JOINED;
  const subjects = split(question, between).filter((part) => READABLE.test(part));
  return subjects.length > MOST_SUBJECTS ? [question] : subjects;
}

/** Whether a text with a question mark is more than a list of names. */
function isSentence(text: string): boolean {
  return text.includes('?') && text.trim().split(/\s+/).length > FEW;
}

function sentencesOf(text: string): string[] {
  const parts = text.normalize('NFC').split(SENTENCE_END);
  return parts
    .map((part) => parseSmallTalk(part).rest.trim())
    .filter((part) => READABLE.test(part));
}

/** Whether a text begins as a question does: "and can I …", not "and the big one?" */
export function beginsAsking(text: string): boolean {
  return BEGINS_ASKING.test(fold(text));
}

/** Where another sentence has its mark, what a statement may begin with asks nothing without one. */
function asks(sentence: string, all: string[] = []): boolean {
  if (sentence.includes('?') || INDIRECT.test(fold(sentence))) return true;
  const marked = all.some((one) => one.includes('?'));
  return beginsAsking(sentence) && !(marked && STATES.test(sentence));
}

/** A pattern for what begins with one of some phrases, behind an "and" perhaps. */
export function beginsWith(phrases: string[]): RegExp {
  return new RegExp(
    `^[^\\p{L}\\p{N}]*(?:(?:${JOINS})\\s+)*(?:${phrases.join('|')})(?!\\p{L})`,
    'iu',
  );
}

function isLong(sentence: string): boolean {
  return sentence.split(/\s+/).length > LONG;
}

/** "What are your hours and do you deliver?" asks twice; a story asks in its last asking clause. */
function questionsIn(sentence: string, context: string): Question[] {
  const [asked, ...reason] = splitOnce(sentence, BECAUSE);
  if (reason.length && asks(asked)) return questionsIn(asked, `${context} ${reason[0]}`.trim());
  const [lead, ...indirect] = atIndirect(sentence);
  const known = `${context} ${lead}`.trim();
  if (indirect.length)
    return indirect
      .flatMap((of) => split(of, SECOND_INDIRECT))
      .flatMap((of) => questionsIn(of, known));
  if (isLong(sentence)) {
    const { text, context: before } = told(sentence);
    return seconds(text).map((of) => ({ text: of, context: `${context} ${before}`.trim() }));
  }
  const [before, question] = afterStatement(sentence);
  return seconds(question).map((text) => ({ text, context: `${context} ${before}`.trim() }));
}

/** "Which name also is used for it?" asks once: its first half has no verb yet. */
function seconds(question: string): string[] {
  const parts = split(question, SECOND).filter(saysSomething);
  return asksOnlyWhich(parts[0]) && STATES.test(parts[1] ?? '') ? [question] : parts;
}

/** "Listen, and do you have parking?": its first part calls for attention only. */
function saysSomething(part: string): boolean {
  return asks(part) || terms(part, languageOf(part)).length > 0;
}

/** "I wanted to know if you open, and to ask if you deliver": what stands before, and what is asked. */
function atIndirect(sentence: string): string[] {
  const [lead, rest] = splitOnce(sentence, INDIRECT);
  if (!rest) return [sentence];
  const [first, ...more] = atIndirect(rest);
  if (!more.length || BEGINS_INDIRECTLY.test(fold(first)) || beginsAsking(first))
    return [lead, first, ...more];
  return [`${lead} ${first}`, ...more];
}

/** "There are ten of us, can you keep us a table?" asks in its last clause; what a mark opens, asks in all. */
function afterStatement(sentence: string): [statement: string, question: string] {
  if (sentence.startsWith('¿')) return ['', sentence];
  const clauses = sentence.split(CLAUSE);
  const at = clauses.findIndex((clause) => BEGINS_ASKING.test(fold(clause)));
  return [clauses.slice(0, Math.max(at, 0)).join(' '), clauses.slice(Math.max(at, 0)).join(' ')];
}

function told(sentence: string): Question {
  const clauses = sentence.split(CLAUSE);
  const asking = ASKING[languageOf(sentence)];
  const at = clauses.findLastIndex((clause) => asking.test(fold(clause)));
  if (at < 0) return { text: sentence, context: '' };
  const [before, clause] = [clauses[at - 1] ?? '', clauses[at]];
  const from = asking.exec(foldInPlace(clause))!.index;
  return { text: clause.slice(from), context: `${before} ${clause.slice(0, from)}`.trim() };
}
