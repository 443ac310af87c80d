import { fold } from './language.js';
import type { SearchLanguage } from './search/search-languages.js';
import { terms } from './terms.js';
import { words } from './tokens.js';

/** A word or phrase of a group. */
interface Member {
  /** A word's term, or a phrase without its accents. */
  name: string;
  /** What stands for it in the index; nothing for a phrase such as "how much". */
  terms: string[];
  /** A phrase's words without their accents. */
  phrase?: string[];
}

/** Words and phrases that mean the same, in one language. */
export class Synonyms {
  private readonly meanings = new Map<string, Map<string, string[]>>();
  private readonly phrases = new Map<string, string[][]>();

  /** `groups` are lines as in `search/es.synonyms.ts`. */
  constructor(groups: string, language: SearchLanguage) {
    for (const line of groups.split('\n').filter(Boolean)) {
      const [heads, kinds = []] = line.split('>').map((side) => members(side, language));
      for (const { phrase } of [...heads, ...kinds]) if (phrase) this.know(phrase);
      for (const head of heads) {
        for (const other of heads) this.relate(head, other);
        for (const kind of kinds) this.relate(head, kind);
        for (const kind of kinds) this.relate(kind, head);
      }
    }
  }

  /** What means the same as a term, or as a phrase without accents: each is one or more terms. */
  of(name: string): string[][] {
    return [...(this.meanings.get(name)?.values() ?? [])];
  }

  /** How many words the longest phrase has that begins at a place in a text; 0 where none does. */
  phraseAt(folded: string[], at: number): number {
    const known = this.phrases.get(folded[at]) ?? [];
    const fitting = known.filter((phrase) => phrase.every((word, i) => folded[at + i] === word));
    return Math.max(0, ...fitting.map((phrase) => phrase.length));
  }

  private know(phrase: string[]): void {
    const first = this.phrases.get(phrase[0]);
    if (first) first.push(phrase);
    else this.phrases.set(phrase[0], [phrase]);
  }

  private relate(from: Member, to: Member): void {
    if (from.name === to.name || !to.terms.length) return;
    const known = this.meanings.get(from.name) ?? new Map<string, string[]>();
    this.meanings.set(from.name, known.set(to.terms.join(' '), to.terms));
  }
}

function members(side: string, language: SearchLanguage): Member[] {
  return side
    .split(',')
    .map((written) => words(written).map(fold))
    .filter((written) => written.length > 0)
    .map((written) => {
      const found = terms(written.join(' '), language);
      if (written.length === 1) return { name: found[0] ?? written[0], terms: found };
      return { name: written.join(' '), terms: found, phrase: written };
    });
}
