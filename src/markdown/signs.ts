import type { Lexer, Token, Tokens } from 'marked';
import { isWord, lastCharacter } from './characters.js';

/** Reads a sign at the beginning of `src`, behind what was read `before`. */
type Sign = (this: { lexer: Lexer }, src: string, before: Token[]) => Tokens.Generic | undefined;

/** Marks that may be emphasis, in runs. */
const run: Sign = (src) => {
  const raw = /^(?:\*+|_+|~+)/.exec(src)?.[0];
  return raw ? { type: 'run', raw } : undefined;
};

/** The arm of ¯\_(ツ)_/¯ escapes nothing. */
const arm: Sign = (src, before) =>
  src[0] === '\\' && before.at(-1)?.raw.endsWith('¯') ? asText('\\') : undefined;

/** `array[0](x)`: right after a word, brackets are a link only when they name an address. */
const index: Sign = (src, before) =>
  src[0] === '[' &&
  isWord(lastCharacter(before.at(-1)?.raw)) &&
  /^\[[^\][]*\](?:\([^()/.:#?@]*\)|\[[^\][]*\])/.test(src)
    ? asText('[')
    : undefined;

/** `[text][ref]` without a definition is its text. */
const undefinedReference: Sign = function (src) {
  const [raw, text, name] = /^!?\[([^\][]+)\]\[([^\][]*)\]/.exec(src) ?? [];
  const { links } = this.lexer.tokens;
  const key = (name || text)?.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
  if (!raw || links[key]) return undefined;
  return { type: 'link', raw, href: '', tokens: this.lexer.inlineTokens(text) };
};

/** `[^1]` and the `[^1]:` of its note, where there is one. */
function footnotes(text: string): Sign[] {
  const names = new Set(
    Array.from(text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm), ([, name]) => name),
  );
  if (!names.size) return [];
  return [
    (src, before) => {
      const begins = !before.length || before.at(-1)!.raw.endsWith('\n');
      const [raw, name] = (begins ? /^\[\^([^\]\s]+)\]:?/ : /^\[\^([^\]\s]+)\]/).exec(src) ?? [];
      return raw && names.has(name) ? asText(raw, `[${name}]`) : undefined;
    },
  ];
}

function asText(raw: string, text = raw): Tokens.Generic {
  return { type: 'literal', raw, text };
}

/** What is read in the lines of a text before marked reads them. */
export function signsOf(text: string): Sign[] {
  return [run, arm, ...footnotes(text), index, undefinedReference];
}
