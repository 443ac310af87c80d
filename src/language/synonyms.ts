import { fold } from './language.js';
import { isEveryday } from './search/everyday.js';
import type { SearchLanguage } from './search/search-languages.js';
import { beginning, beginnings, slips } from './spelling/slips.js';
import { term, terms } from './terms.js';
import { words } from './tokens.js';

/** From this length on, a word of a phrase may be misspelt: the others show that it is one. */
const SLIPS = 4;

/** A phrase with so many words that say something is looked for: "puesta a punto", no "how much". */
const SAYS = 2;

/** A word or phrase of a group. */
interface Member {
  /** A word's term, or a phrase without its accents. */
  name: string;
  /** What stands for it in the index; nothing for a phrase with words that say nothing: "how much". */
  terms: string[];
  /** A phrase's words without their accents. */
  phrase?: string[];
  /** Whether it is understood, but not looked for. */
  starred: boolean;
}

/** Words and phrases that mean the same, in one language. */
export class Synonyms {
  private readonly language: SearchLanguage;
  /** Names of what is looked for as well as understood. */
  private readonly sought = new Set<string>();
  private readonly meanings = new Map<string, Map<string, string[]>>();
  /** By how they begin. */
  private readonly phrases = new Map<string, string[][]>();
  /** For a phrase of words that say nothing by themselves, the first word of its group. */
  private readonly words = new Map<string, string>();

  /** `groups` are lines as in `search/synonyms/es.ts`. */
  constructor(groups: string, language: SearchLanguage) {
    this.language = language;
    for (const line of groups.split('\n').filter(Boolean)) {
      const [heads, kinds = []] = line.split('>').map((side) => members(side, language));
      const word = line.split(/[,>]/).find((member) => !/\S[ *]/.test(member.trim())) ?? '';
      for (const { phrase, name, terms, starred } of [...heads, ...kinds]) {
        if (!starred) this.sought.add(name);
        if (phrase) this.know(phrase);
        if (phrase && !terms.length && !this.words.has(name)) this.words.set(name, word);
      }
      for (const head of heads) {
        for (const other of heads) this.relate(head, other);
        for (const kind of kinds) this.relate(head, kind);
        for (const kind of kinds) this.relate(kind, head);
      }
    }
  }

  /** Whether a term, or a phrase without accents, is in a group with no "*". */
  looksFor(name: string): boolean {
    return this.sought.has(name);
  }

  /** What means the same as a term, or as a phrase without accents: each is one or more terms. */
  of(name: string): string[][] {
    return [...(this.meanings.get(name)?.values() ?? [])];
  }

  /**
   * The longest phrase that begins at a place in a text, slips forgiven: its words belong together. Where
   * none of them says anything by itself, a plural is another word: "a cuánto" is a price, "a cuántos" isn't.
   */
  phraseAt(folded: string[], at: number): string[] | undefined {
    const fits = (phrase: string[]) => {
      const exact = this.words.has(phrase.join(' '));
      return phrase.every((word, i) => {
        const written = folded[at + i] ?? '';
        return alike(written, word, this.language) && !(exact && written === `${word}s`);
      });
    };
    const near = beginnings(folded[at]).flatMap((of) => this.phrases.get(of) ?? []);
    return near.filter(fits).sort((a, b) => b.length - a.length)[0];
  }

  /**
   * A heading with the word that each of its phrases stands for: "Find us" is found by "address", though
   * it has no word that says so.
   */
  spelledOut(heading: string): string {
    const written = words(heading).map(fold);
    const phrases = written.map((_, at) => this.phraseAt(written, at)?.join(' ') ?? '');
    return [heading, ...phrases.map((phrase) => this.words.get(phrase) ?? '')].join(' ');
  }

  private know(phrase: string[]): void {
    const of = beginning(phrase[0]);
    const known = this.phrases.get(of);
    if (known) known.push(phrase);
    else this.phrases.set(of, [phrase]);
  }

  private relate(from: Member, to: Member): void {
    if (from.name === to.name || !to.terms.length) return;
    const known = this.meanings.get(from.name) ?? new Map<string, string[]>();
    this.meanings.set(from.name, known.set(to.terms.join(' '), to.terms));
  }
}

/** Another form or a slip. One of the language's commonest words is none: "tarta de manzana" has no "de mañana". */
function alike(written: string, word: string, language: SearchLanguage): boolean {
  const long = written.length >= SLIPS && word.length >= SLIPS;
  if (written === word || !long) return written === word;
  if (slips(written, word, 1) === undefined) return false;
  return !isEveryday(written, language) || term(written, language) === term(word, language);
}

function members(side: string, language: SearchLanguage): Member[] {
  return side
    .split(',')
    .map((member) => readMember(member.trim(), language))
    .filter(({ name }) => name);
}

function readMember(member: string, language: SearchLanguage): Member {
  const written = words(member).map(fold);
  const found = terms(written.join(' '), language);
  const saysLittle = found.length < Math.min(written.length, SAYS);
  const starred = member.endsWith('*');
  const sought = saysLittle || starred ? [] : found;
  if (written.length > 1)
    return { name: written.join(' '), terms: sought, phrase: written, starred };
  return { name: found[0] ?? written[0] ?? '', terms: sought, starred };
}
