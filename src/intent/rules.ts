/** A pattern as the source of a regular expression. */
export interface Compiled {
  source: string;
  /** One of these words stands in whatever matches; undefined where none needs to. */
  needs?: Set<string>;
}

/**
 * Many patterns, of which only those are tried whose words a part has: hundreds of them would cost
 * milliseconds for each message.
 */
export class Rules {
  private readonly sources: string[];
  private readonly made: RegExp[] = [];
  private readonly always: number[] = [];
  private readonly byWord = new Map<string, number[]>();
  private readonly byStem: [string, number][] = [];

  constructor(patterns: Compiled[]) {
    this.sources = patterns.map(({ source }) => source);
    for (const [at, { needs }] of patterns.entries()) {
      if (!needs) this.always.push(at);
      for (const word of needs ?? [])
        if (word.endsWith('*')) this.byStem.push([word.slice(0, -1), at]);
        else this.byWord.set(word, [...(this.byWord.get(word) ?? []), at]);
    }
  }

  /** What the first pattern that fits these words matches. */
  match(words: string): RegExpExecArray | undefined {
    for (const at of this.candidates(words)) {
      this.made[at] ??= new RegExp(`(?:${this.sources[at]})(?= |$)`);
      const found = this.made[at].exec(words);
      if (found) return found;
    }
    return undefined;
  }

  private candidates(words: string): number[] {
    const found = new Set(this.always);
    for (const word of new Set(words.split(' '))) {
      for (const at of this.byWord.get(word) ?? []) found.add(at);
      for (const [stem, at] of this.byStem) if (word.startsWith(stem)) found.add(at);
    }
    return [...found].sort((a, b) => a - b);
  }
}
