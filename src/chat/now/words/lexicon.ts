import { EVERY_DAY, type Weekday } from '../../../config/opening-hours/calendar.js';
import {
  fold,
  type Language,
  ofEach,
  withoutAccentsToo,
  wordList,
} from '../../../language/language.js';
import type { PartOfDay, RelativeDay } from '../../../language/time/words.js';
import type { Words } from '../../../language/words.js';
import { tokensOf } from './tokens.js';

/** What a phrase says. One phrase may say several things: "tonight" is today, and at night. */
export type Meaning =
  | { kind: 'weekdays'; weekdays: readonly Weekday[]; short?: true }
  | { kind: 'month'; month: number }
  | { kind: 'relative'; day: RelativeDay }
  | { kind: 'part'; part: PartOfDay }
  | { kind: 'holiday'; name?: string; date?: { month: number; day: number } }
  | { kind: 'season'; name: string }
  | { kind: 'clock'; hour: number }
  | { kind: 'hour'; hour: number }
  | { kind: Plain };

/** Meanings that the kind alone says; `stop` is a word that says nothing of the matter. */
type Plain =
  | 'to'
  | 'and'
  | 'between'
  | 'at'
  | 'fraction'
  | 'next'
  | 'except'
  | 'like'
  | 'open'
  | 'close'
  | 'hours'
  | 'which'
  | 'present'
  | 'coming'
  | 'serve'
  | 'closed'
  | 'we'
  | 'when'
  | 'always'
  | 'otherwise'
  | 'trade'
  | 'whatTime'
  | 'stop';

interface Phrase {
  tokens: string[];
  meanings: Meaning[];
}

/** The phrases of a language by their first word, the longest first. */
export interface Lexicon {
  phrases: Map<string, Phrase[]>;
  /** Words that a misspelt one may stand for: those of days, and of opening and closing. */
  spelt: string[];
  confused: Set<string>;
}

/** Letters of a word that is worth correcting. */
const SHORTEST = 4;

const lexicons = ofEach((words) => lexiconFrom(words));

export function lexiconOf(language: Language): Lexicon {
  return lexicons[language];
}

function lexiconFrom(words: Words): Lexicon {
  const { time, search, phrases } = words;
  const found = new Map<string, Phrase>();
  const add = (list: string, meaning: Meaning) => {
    for (const phrase of list.split('|').filter((one) => one.trim())) {
      const tokens = tokensOf(phrase).map(({ text }) => text);
      const key = tokens.join(' ');
      const known = found.get(key) ?? { tokens, meanings: [] };
      known.meanings.push(meaning);
      found.set(key, known);
    }
  };
  addDays(words, add);
  for (const kind of ['to', 'and', 'between', 'at', 'next', 'except', 'like'] as const)
    add(time[kind], { kind });
  for (const kind of ['open', 'close', 'hours', 'which', 'closed', 'we', 'when'] as const)
    add(time[kind], { kind });
  for (const kind of ['present', 'coming', 'serve', 'otherwise', 'whatTime'] as const)
    add(time[kind], { kind });
  add(time.fractions, { kind: 'fraction' });
  const spelt = [...found.values()].flatMap(({ tokens }) => tokens);
  add('24/7', { kind: 'always' });
  const { greeting, thanks, goodbye, assent } = phrases;
  add(time.trades, { kind: 'trade' });
  for (const list of [time.trades, time.filler, greeting, thanks, goodbye, assent])
    add(list, { kind: 'stop' });
  for (const word of withoutAccentsToo(search.stopWords)) add(word, { kind: 'stop' });
  return {
    phrases: byFirstWord([...found.values()]),
    spelt: [...new Set(spelt)].filter((word) => word.length >= SHORTEST),
    confused: new Set(
      wordList(time.confused).flatMap((pair) => [pair, [...pair].reverse().join('')]),
    ),
  };
}

function addDays({ time }: Words, add: (list: string, meaning: Meaning) => void): void {
  const group = (list: string) => list.split('|').map((forms) => wordList(forms).join('|'));
  group(time.weekdays).forEach((forms, at) => add(forms, { kind: 'weekdays', weekdays: [at + 1] }));
  group(time.weekdaysShort).forEach((forms, at) =>
    add(forms, { kind: 'weekdays', weekdays: [at + 1], short: true }),
  );
  group(time.months).forEach((forms, at) => add(forms, { kind: 'month', month: at + 1 }));
  for (const [day, list] of Object.entries(time.days))
    add(list, { kind: 'relative', day: day as RelativeDay });
  add(time.groups.weekend, { kind: 'weekdays', weekdays: [6, 7] });
  add(time.groups.workdays, { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5] });
  add(time.groups.everyDay, { kind: 'weekdays', weekdays: EVERY_DAY });
  for (const [part, list] of Object.entries(time.parts))
    add(list, { kind: 'part', part: part as PartOfDay });
  add(time.holiday, { kind: 'holiday' });
  for (const [date, list] of Object.entries(time.holidays)) {
    const [month, day] = date.split('-').map(Number);
    for (const name of list.split('|'))
      add(name, { kind: 'holiday', name: fold(name), date: { month, day } });
  }
  for (const name of time.seasons.split('|')) add(name, { kind: 'season', name: fold(name) });
  for (const [clock, list] of Object.entries(time.clock))
    add(list, { kind: 'clock', hour: Number.parseInt(clock, 10) });
  wordList(time.hourNames).forEach((word, at) => add(word, { kind: 'hour', hour: at + 1 }));
}

function byFirstWord(all: Phrase[]): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  const longestFirst = all.toSorted((a, b) => b.tokens.length - a.tokens.length);
  for (const phrase of longestFirst)
    phrases.set(phrase.tokens[0], [...(phrases.get(phrase.tokens[0]) ?? []), phrase]);
  return phrases;
}
