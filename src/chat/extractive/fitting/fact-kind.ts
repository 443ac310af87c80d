import { fold, languages, phrasesOfAll, wordsOf } from '../../../language/language.js';
import type { FactKind } from '../../../language/facts/facts.js';

/** What an answer has to tell: whether a text does. */
export type Fact = (text: string) => boolean;

const escaped = (phrase: string) => phrase.replace(/[\\^$*+?.()|[\]{}]/g, '\\$&');
const anyOf = (phrases: string[]) =>
  `(?:${phrases
    .map(escaped)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;
/** Whole words, in any language that the bot speaks: documents and questions may be in different ones. */
const whole = (pattern: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu');

const KINDS: FactKind[] = ['clock', 'span', 'distance', 'size', 'weight'];
const ASKED = KINDS.map(
  (kind) => [kind, whole(anyOf(phrasesOfAll((of) => of.facts.asks[kind])))] as const,
);

const numerals = phrasesOfAll(({ numerals }) => fold(numerals).replace(/\s+/g, '|'));
const NUMBER = `(?:\\d[\\d.,/]*|${anyOf(numerals)})`;

/** The spans of time from short to long, each as all languages call it. */
const SPANS = wordsOf(languages[0])
  .facts.units.span.split('/')
  .map((_, at) =>
    languages.flatMap((of) => wordsOf(of).facts.units.span.split('/')[at].split('|')),
  );
const COUNTED = whole(`${anyOf(phrasesOfAll((of) => of.facts.asks.many))}\\s+(\\p{L}+)`);

/** Hours as 9:30, 9.30 h, 9 am, "a las 9"; a price has none of these signs. */
const CLOCK = new RegExp(
  `(?<![\\d.,])\\d{1,2}:\\d{2}(?!\\d)|` +
    whole(`\\d{1,2}(?:[.:]\\d{2})?\\s?${anyOf(phrasesOfAll((of) => of.facts.units.clock))}`)
      .source +
    `|${
      whole(
        anyOf(
          longerThan(
            2,
            phrasesOfAll((of) => of.facts.units.clock),
          ),
        ),
      ).source
    }` +
    `|${whole(`las\\s+${NUMBER}`).source}|${whole(`(?:at|until|till|from)\\s+${NUMBER}`).source}`,
  'iu',
);

/** A short unit is one only behind a number. */
function longerThan(letters: number, units: string[]): string[] {
  return units.filter((of) => of.replace(/[^\p{L}]/gu, '').length > letters);
}

/**
 * The fact that a question asks for by its kind, where its words name one: "what time?", "how deep?", "how many
 * months?". A text that speaks of the same matter and tells none is no answer. Undefined for others.
 */
export function factAsked(question: string): Fact | undefined {
  const asked = fold(question.toLowerCase());
  const [, counted] = COUNTED.exec(asked) ?? [];
  if (counted) return ofCounted(counted);
  const kind = ASKED.find(([, phrases]) => phrases.test(asked))?.[0];
  if (!kind) return undefined;
  if (kind === 'clock') return (text) => CLOCK.test(fold(text).replace(BEFOREHAND, ' '));
  // "How long is it?" may be about time or about metres.
  return telling(inUnits(kind === 'span' ? [...unitsOf(kind), ...unitsOf('size')] : unitsOf(kind)));
}

/** "How many months?" is answered in months, or in weeks or years; other things by any number. */
function ofCounted(counted: string): Fact {
  const at = SPANS.findIndex((units) => units.includes(counted));
  if (at >= 0) return telling(inUnits(SPANS.slice(Math.max(0, at - 1), at + 2).flat()));
  const kind = (['distance', 'weight', 'size'] as const).find((of) =>
    unitsOf(of).includes(counted),
  );
  if (kind) return telling(inUnits(unitsOf(kind)));
  const number = whole(NUMBER);
  return (text) => number.test(fold(text).replace(OTHER_FIGURES, ' '));
}

/** "24 hours before" is no time of day. */
const BEFOREHAND = every(
  `${NUMBER}\\s*${anyOf(SPANS.flat())}\\s+${anyOf(phrasesOfAll((of) => of.facts.beforehand))}`,
);
/** Times, amounts and dates count nothing. */
const OTHER_FIGURES = new RegExp(
  `\\d{1,2}[:.]\\d{2}(?!\\d)|\\p{Sc}\\s?[\\d.,]+|[\\d.,]+\\s?\\p{Sc}|${inUnits(SPANS.flat()).source}|\\d{1,2} de \\p{L}+`,
  'giu',
);

function unitsOf(kind: FactKind): string[] {
  return kind === 'span' ? SPANS.flat() : phrasesOfAll((of) => of.facts.units[kind]);
}

/** A number with such a unit, also "half an hour" and "a day"; nothing but signs stands between. */
function inUnits(units: string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${NUMBER}|an?|una?|half|media?)(?:\\s*(?:-|–|a|to|y|and|o|or)\\s*${NUMBER})?[\\s-]*(?:an?\\s+)?${anyOf(units)}(?![\\p{L}\\p{N}])`,
    'iu',
  );
}

function every(pattern: string): RegExp {
  return new RegExp(whole(pattern).source, 'giu');
}

function telling(pattern: RegExp): Fact {
  return (text) => pattern.test(fold(text));
}
