/**
 * The patterns of one language, as regular expressions over words in lower case without accents, each
 * with a blank before it. A pattern is a sequence of:
 *
 * - `word`, `stem*`: a word, or any word that begins so; `_`: any word; `...`: up to four of any;
 * - `<class>`: anything of that class;
 * - `(a|b c)`: one of these sequences;
 * - `?` behind any of them: it may be missing; `*` and `+` behind a bracket: as often as you like;
 * - `^` and `$`: the part of the message begins or ends here.
 */
export class Patterns {
  private readonly known = new Map<string, string>();
  private readonly classes: Record<string, string>;

  constructor(classes: Record<string, string>) {
    this.classes = classes;
  }

  /** One expression for several patterns, a line for each. */
  compile(patterns: string): RegExp {
    const lines = patterns.split('\n').filter((line) => line.trim());
    const sources = lines.map((line) => this.source(line));
    return new RegExp(sources.length ? `(?:${sources.join('|')})(?= |$)` : NEVER);
  }

  private source(pattern: string): string {
    return (pattern.match(TOKENS) ?? []).map((token) => this.token(token)).join('');
  }

  private token(token: string): string {
    if (token === '(') return '(?:';
    if (FIXED.has(token)) return token;
    if (token === '...') return '(?: [^ ]+){0,4}?';
    if (token === '_') return '(?: [^ ]+)';
    if (token.startsWith('<')) return this.ofClass(token.slice(1, -1));
    return `(?: ${token.replace('*', '[^ ]*')})`;
  }

  private ofClass(name: string): string {
    const known = this.known.get(name);
    if (known) return known;
    const words = this.classes[name];
    if (words === undefined) throw new Error(`There is no class <${name}> of words.`);
    const source = `(?:${this.source(words)})`;
    this.known.set(name, source);
    return source;
  }
}

const TOKENS = /[()|?^$]|(?<=[)>])[*+]|<[\w-]+>|\.\.\.|[^\s()|?^$<]+/g;
const FIXED = new Set([')', '|', '?', '*', '+', '^', '$']);
const NEVER = '(?!)';
