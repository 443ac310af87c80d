import { type Language, languages, wordsOf } from '../language/language.js';
import type { IntentWords, Sayings } from '../language/intents/words.js';
import type { Courtesy } from '../language/words.js';
import { type Message, type Part, partsOf } from './parts.js';
import { Patterns } from './patterns.js';
import type { Rules } from './rules.js';

export type Kind = {
  [K in keyof IntentWords]: IntentWords[K] extends Sayings ? K : never;
}[keyof IntentWords];

/** Whole messages that opt out or in, or want the bot again. */
export type Keyword = 'stop' | 'start' | 'bot';

/** How one language says what a message wants. */
export class Speaker {
  readonly courtesies: (readonly [Courtesy, RegExp])[];
  readonly polite: RegExp;
  private readonly kinds: Record<Kind, Record<keyof Sayings, Rules>>;
  private readonly around: RegExp[];
  private readonly spellings: Map<string, string[]>;
  private readonly keywords: Record<Keyword, Set<string>>;

  constructor(language: Language) {
    const { intents, phrases, consent, handover } = wordsOf(language);
    const { classes, spellings, polite, wishing, courtesies, ...kinds } = intents;
    const patterns = new Patterns(classes);
    const compiled = ({ says, unless = '', unlessAsked = '' }: Sayings) => ({
      says: patterns.rules(says),
      unless: patterns.rules(unless),
      unlessAsked: patterns.rules(unlessAsked),
    });
    this.kinds = Object.fromEntries(
      Object.entries(kinds).map(([kind, sayings]) => [kind, compiled(sayings)]),
    ) as Record<Kind, Record<keyof Sayings, Rules>>;
    this.polite = atEnds(patterns.source(polite));
    this.around = [this.polite, atEnds(patterns.source(`${polite}\n${wishing}`))];
    this.courtesies = (['greeting', 'thanks', 'goodbye', 'assent'] as const).map((kind) => {
      const known = phrases[kind].replaceAll("'", '');
      return [kind, exactly(patterns.source(`${courtesies[kind]}\n${known}`))];
    });
    const pairs = spellings.split(/\s+/).filter(Boolean);
    this.spellings = new Map(
      pairs.map((pair) => pair.split('=')).map(([written, meant]) => [written, meant.split('_')]),
    );
    const wholeMessages = (list: string) => new Set(list.split('|').map((words) => ` ${words}`));
    this.keywords = {
      stop: wholeMessages(consent.stop),
      start: wholeMessages(consent.start),
      bot: wholeMessages(handover.bot),
    };
  }

  read(text: string): Message {
    return partsOf(text, this.spellings);
  }

  /**
   * After how many words of a part it has said this; undefined where it doesn't. The polite words
   * around it don't matter.
   */
  endIn(kind: Kind, { words, asked }: Part): number | undefined {
    const { says, unless, unlessAsked } = this.kinds[kind];
    for (const core of new Set([words, ...this.around.map((around) => bare(words, around))])) {
      const found = says.match(core);
      if (!found) continue;
      if (unless.match(words) || (asked && unlessAsked.match(words))) return undefined;
      const end = words.lastIndexOf(core) + found.index + found[0].length;
      return words.slice(0, end).split(' ').length - 1;
    }
    return undefined;
  }

  /** Whether a part has what forbids this meaning. */
  vetoes(kind: Kind, { words }: Part): boolean {
    return !!this.kinds[kind].unless.match(words);
  }

  /** Whether a message is nothing but such a word, or a phrase, and polite ones. */
  isKeyword(wish: Keyword, { sentences }: Message): boolean {
    const cores = sentences.map(({ words }) => bare(words, this.polite)).filter(Boolean);
    return cores.length > 0 && cores.every((core) => this.keywords[wish].has(core));
  }
}

/** Words without some at both ends; none where there are no others. */
export function bare(words: string, around: RegExp): string {
  let core = words;
  for (;;) {
    const shorter = core.replace(around, '');
    if (shorter === core) return core;
    core = shorter;
  }
}

const exactly = (source: string) => new RegExp(`^(?:${source})$`);
const atEnds = (source: string) => new RegExp(`^(?:${source})|(?:${source})$`);

let speakers: Speaker[] | undefined;

/** One for each language; patterns are compiled when they are first needed. */
export function allSpeakers(): Speaker[] {
  return (speakers ??= languages.map((language) => new Speaker(language)));
}
