import { type Compiled, Rules } from './rules.js';

/**
 * The patterns of one language, as regular expressions over words in lower case without accents, each
 * with a blank before it. A pattern is a sequence of:
 *
 * - `word`, `stem*`, `*ending`: a word, or any that begins or ends so; `_`: any word;
 * - `...`: up to four of any, `....`: up to eight;
 * - `<class>`: anything of that class;
 * - `(a|b c)`: one of these sequences;
 * - `?` behind any of them: it may be missing; `*` and `+` behind a bracket: as often as you like;
 * - `^` and `$`: the part of the message begins or ends here.
 */
export class Patterns {
  private readonly known = new Map<string, Compiled>();
  private readonly classes: Record<string, string>;

  constructor(classes: Record<string, string>) {
    this.classes = classes;
  }

  /** The rules of several patterns, a line for each. */
  rules(patterns: string): Rules {
    return new Rules(linesOf(patterns).map((line) => this.compile(line)));
  }

  /** One source for all of several patterns, a line for each; it matches whole words. */
  source(patterns: string): string {
    const sources = linesOf(patterns).map((line) => this.compile(line).source);
    return sources.length ? `(?:${sources.join('|')})(?= |$)` : '(?!)';
  }

  private compile(pattern: string): Compiled {
    const tokens = pattern.match(TOKENS) ?? [];
    return this.alternatives(tokens.toReversed());
  }

  /** Takes alternatives off the end of the tokens, up to a closing bracket. */
  private alternatives(tokens: string[]): Compiled {
    const all = [this.sequence(tokens)];
    while (tokens.at(-1) === '|') {
      tokens.pop();
      all.push(this.sequence(tokens));
    }
    const needs = all.every((one) => one.needs)
      ? new Set(all.flatMap((one) => [...one.needs!]))
      : undefined;
    return { source: all.map(({ source }) => source).join('|'), needs };
  }

  private sequence(tokens: string[]): Compiled {
    let source = '';
    let needs: Set<string> | undefined;
    while (tokens.length && tokens.at(-1) !== '|' && tokens.at(-1) !== ')') {
      const item = this.item(tokens);
      source += item.source;
      if (item.needs && (!needs || item.needs.size < needs.size)) needs = item.needs;
    }
    return { source, needs };
  }

  private item(tokens: string[]): Compiled {
    const { source, needs } = this.atom(tokens.pop()!, tokens);
    let times = '';
    while (/^[?*+]$/.test(tokens.at(-1) ?? '')) times += tokens.pop()!;
    return { source: source + times, needs: /[?*]/.test(times) ? undefined : needs };
  }

  private atom(token: string, tokens: string[]): Compiled {
    if (token === '^' || token === '$') return { source: token };
    if (token === '....') return { source: '(?: [^ ]+){0,8}?' };
    if (token === '...') return { source: '(?: [^ ]+){0,4}?' };
    if (token === '_') return { source: '(?: [^ ]+)' };
    if (token.startsWith('<')) return this.ofClass(token.slice(1, -1));
    if (token !== '(')
      return {
        source: `(?: ${token.replace('*', '[^ ]*')})`,
        needs: token.lastIndexOf('*', token.length - 2) < 0 ? new Set([token]) : undefined,
      };
    const { source, needs } = this.alternatives(tokens);
    tokens.pop();
    return { source: `(?:${source})`, needs };
  }

  private ofClass(name: string): Compiled {
    const known = this.known.get(name);
    if (known) return known;
    const words = this.classes[name];
    if (words === undefined) throw new Error(`There is no class <${name}> of words.`);
    const { source, needs } = this.compile(words);
    const made = { source: `(?:${source})`, needs };
    this.known.set(name, made);
    return made;
  }
}

const linesOf = (patterns: string) => patterns.split('\n').filter((line) => line.trim());

const TOKENS = /[()|?^$]|(?<=[)>])[*+]|<[\w-]+>|\.{3,4}|[^\s()|?^$<]+/g;
