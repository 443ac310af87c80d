import { fold } from '../language/language.js';

/** A part of a message: its words in the form that patterns are matched with. */
export interface Part {
  /** Each word with a blank before it. */
  words: string;
  /** Where each word ends in the message, in characters. */
  ends: number[];
  /** It stands before a question mark. */
  asked: boolean;
}

/** A message in its parts. */
export interface Message {
  sentences: Part[];
  /** What commas part, where there are any. */
  clauses: Part[];
}

/** Words, and single emoji; an apostrophe belongs to its word. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’`´](?=\p{L}))*|\p{Extended_Pictographic}|\+/gu;
const SENTENCES = /[^.!?;:\n¿¡()"“”«»…]*[.!?;:\n¿¡()"“”«»…]*/g;
const CLAUSE_ENDS = /[,—–]|\s-\s/;
/** Single letters in a row are one word, spelt for effect: "s t o p". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .-]\p{L}){2,}(?![\p{L}\p{N}'’])/gu;
const joinedUp = (word: string) => word.replace(/[ .-]/g, '').padEnd(word.length);
/** Faces made of signs. */
const EMOTICONS = /(?<![\p{L}\p{N}])(?:[:;=]['-]?[)D*pP]+|<3+|\^_?\^)(?![\p{L}\p{N}])/gu;
const smile = (face: string) => '☺'.padEnd(face.length);
const APOSTROPHES = /['’`´]/g;

/** Reads a message; `spellings` says which words are meant by the forms of chats. */
export function partsOf(written: string, spellings: Map<string, string[]>): Message {
  const text = written.replace(SPACED, joinedUp).replace(EMOTICONS, smile);
  const sentences = text.match(SENTENCES) ?? [];
  let at = 0;
  const message: Message = { sentences: [], clauses: [] };
  for (const sentence of sentences) {
    const whole = partOf(sentence, at, spellings);
    if (whole.words) message.sentences.push(whole);
    let from = at;
    const clauses = sentence.split(CLAUSE_ENDS);
    if (clauses.length > 1)
      for (const clause of clauses) {
        from = text.indexOf(clause, from);
        const part = partOf(clause, from, spellings);
        if (part.words) message.clauses.push({ ...part, asked: whole.asked });
        from += clause.length;
      }
    at += sentence.length;
  }
  return message;
}

function partOf(text: string, from: number, spellings: Map<string, string[]>): Part {
  const part: Part = { words: '', ends: [], asked: text.includes('?') };
  for (const match of text.matchAll(WORD))
    for (const word of spelt(match[0], spellings)) {
      part.words += ` ${word}`;
      part.ends.push(from + match.index + match[0].length);
    }
  return part;
}

function spelt(written: string, spellings: Map<string, string[]>): string[] {
  const word = plainly(written);
  return spellings.get(word) ?? [word];
}

/**
 * Words as they are compared: without case, accents and apostrophes. Letters are often written thrice
 * and more for effect.
 */
export function plainly(written: string): string {
  const words = fold(written.normalize('NFC').toLowerCase()).replace(APOSTROPHES, '');
  return words.replace(/(\p{L})\1{2,}/gu, '$1');
}
