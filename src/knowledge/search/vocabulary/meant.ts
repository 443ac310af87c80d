import type { SearchLanguage } from '../../../language/search/search-languages.js';
import { beginnings, slips, slipsAllowed } from '../../../language/spelling/slips.js';
import { term } from '../../../language/terms.js';
import type { WrittenWords } from './written-words.js';

/** Letters of the shortest word that a misspelt one may have meant. */
const SHORTEST = 4;
/** By how many letters another form of the meant word may be longer or shorter. */
const FORMS = 3;
/** Corrections of a misspelt word that are looked for. */
const CORRECTIONS = 3;

/** A word that a misspelt one may have meant: its term, by how much it is off, how often it stands. */
interface Near {
  of: string;
  off: number;
  count: number;
}

/**
 * What a word that no passage has may have meant: two known ones written as one, one with a slip, another form of
 * one. One of the language's commonest may have been misheard, too.
 */
export function meantBy(
  written: string,
  known: WrittenWords,
  language: SearchLanguage,
): string[][] {
  const parts = partsOf(written, known);
  if (parts) return [parts.map((part) => term(part, language)!)];
  const sounding = soundingAs(written, known, language);
  const near = sounding.length ? sounding : slippedFrom(written, known, language);
  const best = near.sort((a, b) => a.off - b.off || b.count - a.count).slice(0, CORRECTIONS);
  return [...new Set(best.map(({ of }) => of))].map((of) => [of]);
}

function partsOf(written: string, known: WrittenWords): string[] | undefined {
  for (let at = SHORTEST; at <= written.length - SHORTEST; at++) {
    const parts = [written.slice(0, at), written.slice(at)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return undefined;
}

function soundingAs(written: string, known: WrittenWords, language: SearchLanguage): Near[] {
  return known.like(written).map((word) => ({
    of: term(word, language)!,
    off: slips(written, word, FORMS) ?? FORMS + 1,
    count: known.count(word),
  }));
}

function slippedFrom(written: string, known: WrittenWords, language: SearchLanguage): Near[] {
  const allowed = slipsAllowed(written);
  if (!allowed) return [];
  const stem = term(written, language) ?? written;
  const sound = known.soundOf(written);
  const slipped = (word: string) =>
    slips(written, word, allowed) ?? slips(sound, known.soundOf(word), allowed);
  const near: Near[] = [];
  for (const word of beginnings(written).flatMap((of) => [...known.beginningAs(of)])) {
    if (word.length < SHORTEST || Math.abs(word.length - written.length) > FORMS) continue;
    const of = term(word, language);
    const isForm = stem !== written && of !== undefined;
    const off = slipped(word) ?? (isForm ? slips(stem, of, 1) : undefined);
    if (of !== undefined && off !== undefined) near.push({ of, off, count: known.count(word) });
  }
  return near;
}
