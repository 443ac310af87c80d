import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { signsOf } from './signs.js';

/** Quotes and lists deeper than this are read as text: each level costs a pass over the rest. */
const DEEPEST = 20;

/** In UTF-16 units. What isn't closed by then is no comment: the search for its end must end. */
const LONGEST_COMMENT = 5000;

/** In UTF-16 units: so much of a paragraph is read at once, as marked looks ahead from each sign. */
const SLICE = 4000;

const PLAIN =
  /^(?:`+|[^])[^]*?(?=[\\<![`*~_]|(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)|(?<! ) {2,}\n|$)/iu;

/** GitHub's sign of a quote that warns. */
const ALERT = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/;

/**
 * Where we read otherwise than CommonMark: nothing is code because it is indented, a quote ends
 * where its `>` ends, a heading underlined by dashes has one line, HTML is a matter of the line,
 * and rows of a table keep what their head has no column for. Emphasis is left to `emphasis.ts`:
 * its marks are taken before marked sees them.
 */
class ReadingTokenizer extends Tokenizer {
  /** The addresses of the definitions that a link leads to. */
  readonly used = new Set<string>();
  private depth = 0;

  override code(): undefined {
    return undefined;
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    const raw = /^(?: {0,3}>[^\n]*(?:\n|$))+/.exec(src)?.[0].replace(/\n$/, '');
    if (raw === undefined) return undefined;
    const text = raw.replace(/^ {0,3}> ?/gm, '').replace(ALERT, '');
    const { state } = this.lexer;
    const { top } = state;
    state.top = true;
    const tokens = this.deeper(() => this.lexer.blockTokens(text));
    state.top = top;
    return tokens && { type: 'blockquote', raw, text, tokens };
  }

  override list(src: string): Tokens.List | undefined {
    return this.deeper(() => super.list(src));
  }

  /** Comments, scripts and styles go. Other tags are read with the line that they stand in. */
  override html(src: string): Tokens.HTML | undefined {
    const [begin, name] = /^ {0,3}<(?:!--|(script|style)[\s>])/i.exec(src) ?? [];
    if (!begin) return undefined;
    const near = src.slice(0, LONGEST_COMMENT).toLowerCase();
    const close = name ? `</${name.toLowerCase()}>` : '-->';
    const end = near.indexOf(close, begin.length - 2);
    if (end < 0) return undefined;
    const raw =
      src.slice(0, end + close.length) + /^[ \t]*/.exec(src.slice(end + close.length))![0];
    return { type: 'html', block: true, pre: false, raw, text: raw };
  }

  /** Where dashes follow a paragraph of several lines, they are a rule. */
  override lheading(src: string): Tokens.Heading | undefined {
    const found = super.lheading(src);
    if (!found || found.depth === 1 || !found.text.trim().includes('\n')) return found;
    const raw = found.raw.trimEnd().replace(/\n[^\n]*$/, '');
    const paragraph: Tokens.Paragraph = { type: 'paragraph', raw, text: raw, tokens: found.tokens };
    return paragraph as Tokens.Generic as Tokens.Heading;
  }

  /** Text ends before what may be something else. Marked looks for addresses of mail, too. */
  override inlineText(src: string): Tokens.Text | undefined {
    const raw = PLAIN.exec(src)?.[0];
    return raw ? { type: 'text', raw, text: raw, escaped: false } : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    return /^(?:https?:\/\/|www\.)/i.test(src) ? super.url(src) : undefined;
  }

  override def(src: string): Tokens.Def | undefined {
    return src.startsWith('[^') ? undefined : super.def(src);
  }

  override reflink(src: string, links: Parameters<Tokenizer['reflink']>[1]) {
    const found = super.reflink(src, links);
    if (found && 'href' in found) this.used.add(found.href);
    return found;
  }

  override table(src: string): Tokens.Table | undefined {
    const found = super.table(src);
    if (!found) return undefined;
    const lines = found.raw.trim().split('\n');
    const [head, ...rows] = [lines[0], ...lines.slice(2)].map((line) => cellsOf(line));
    const cell = (text: string, header: boolean): Tokens.TableCell => {
      return { text, header, align: null, tokens: this.lexer.inline(text) };
    };
    found.header = head.map((text) => cell(text, true));
    found.rows = rows.map((row) => row.map((text) => cell(text, false)));
    return found;
  }

  private deeper<T>(read: () => T): T | undefined {
    if (this.depth >= DEEPEST) return undefined;
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}

/** Where a long paragraph is cut, best first: at a line, a sentence, a word, anywhere. */
const ENDS = [/^[^]*\n/, /^[^]*[.!?]\s/, /^[^]*\s/, /^[^]*[^\\]/];

/** Reads a long paragraph piece by piece, in a time that grows with its length only. */
class ReadingLexer extends Lexer {
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    let rest = src;
    while (rest.length > SLICE) {
      const slice = rest.slice(0, SLICE);
      const piece = ENDS.map((end) => end.exec(slice)?.[0]).find(Boolean) ?? slice;
      tokens.push(...super.inlineTokens(piece));
      rest = rest.slice(piece.length);
    }
    tokens.push(...super.inlineTokens(rest));
    return tokens;
  }
}

/** The cells of a row. A sign that parts them parts no code, and none when it is escaped. */
function cellsOf(row: string): string[] {
  const cells = [''];
  for (const piece of row.match(/`+[^`]*`+|\\.|[^`\\|]+|[^]/g) ?? []) {
    if (piece === '|') cells.push('');
    else cells[cells.length - 1] += piece.replaceAll('\\|', '|');
  }
  if (cells.length > 1 && !cells[0].trim()) cells.shift();
  if (cells.length > 1 && !cells.at(-1)!.trim()) cells.pop();
  return cells.map((cell) => cell.trim());
}

/** The tokens of a Markdown text; and the definitions' addresses that its links lead to. */
export function tokensOf(text: string): { tokens: Token[]; used: Set<string> } {
  const tokenizer = new ReadingTokenizer();
  const inline = signsOf(text);
  const extensions = { inline, renderers: {}, childTokens: {} };
  const lexer = new ReadingLexer({ gfm: true, tokenizer, extensions });
  return { tokens: lexer.lex(text), used: tokenizer.used };
}
