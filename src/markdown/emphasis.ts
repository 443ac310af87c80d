import { isSpace, isUnspaced, isWord } from './characters.js';
import { type Inline, plainText, type Styled } from './model.js';

/** A run of `*`, `_` or `~`, and the characters on its sides. */
export interface MarkRun {
  kind: 'run';
  mark: string;
  count: number;
  before: string;
  after: string;
}

/** Openers that wait further back than this are text: the work stays linear. */
const WAITING = 60;

interface Opener extends MarkRun {
  at: number;
  line: number;
}

/**
 * Runs of marks as emphasis, by CommonMark's rules for runs that open and close, with what people
 * and models write besides:
 *
 * - `**Hours:**9` and `**重点。**内容` are strong, though a sign and a letter meet at the mark;
 * - `2*3*4`, `a*b`, `2**3`, `src/**` are no emphasis;
 * - a single mark doesn't reach over a line break.
 */
export function withEmphasis(items: (Inline | MarkRun)[]): Inline[] {
  return new Emphasis().read(items);
}

class Emphasis {
  /** What was read; a waiting opener's marks aren't in it yet. */
  private readonly out: Inline[] = [];
  private openers: Opener[] = [];
  private line = 0;

  read(items: (Inline | MarkRun)[]): Inline[] {
    for (const item of items) {
      if (item.kind === 'run') this.run(item);
      else {
        this.out.push(item);
        if (item.kind === 'text') this.line += item.text.split('\n').length - 1;
      }
    }
    this.leave(0);
    return this.out.filter(isThere);
  }

  private run(run: MarkRun): void {
    let left = run.count;
    if (canClose(run)) left = this.close(run, left);
    if (left && canOpen(run)) this.open({ ...run, count: left, at: 0, line: this.line });
    else if (left) this.out.push({ kind: 'text', text: run.mark.repeat(left) });
  }

  private open(opener: Opener): void {
    // A place for the marks that stay text.
    this.out.push({ kind: 'text', text: '' });
    this.openers.push({ ...opener, at: this.out.length - 1 });
    if (this.openers.length > WAITING) this.asText(this.openers.shift()!);
  }

  /** Pairs a closing run with the openers before it; says how many of its marks are left. */
  private close(run: MarkRun, count: number): number {
    let left = count;
    for (let n = this.openers.length - 1; n >= 0 && left; n--) {
      const opener = this.openers[n];
      const used = this.pair(opener, run, left);
      if (!used) continue;
      this.wrap(n, used);
      left -= used;
      opener.count -= used;
      if (opener.count) n++;
      else this.openers.splice(n, 1);
    }
    return left;
  }

  /** How many marks of both make a pair: 2, 1 or none. */
  private pair(opener: Opener, run: MarkRun, left: number): number {
    if (opener.mark !== run.mark) return 0;
    const used = Math.min(opener.count, left, 2);
    const sum = opener.count + run.count;
    const both = isInside(opener) || isInside(run);
    if (both && sum % 3 === 0 && (opener.count % 3 || run.count % 3)) return 0;
    if (used === 1 && (run.mark === '~' || opener.line !== this.line)) return 0;
    return isMultiplied(opener, run, used, () => this.since(opener)) ? 0 : used;
  }

  /** The text behind an opener; of a long one only that it is more than a word. */
  private since({ at }: Opener): string {
    return this.out.length - at > 12 ? ' ' : plainText(this.out.slice(at + 1));
  }

  /** What stands behind an opener becomes its content. */
  private wrap(n: number, used: number): void {
    const { at, mark } = this.openers[n];
    this.leave(n + 1);
    const children = this.out.splice(at + 1).filter(isThere);
    const kind: Styled['kind'] = mark === '~' ? 'strike' : used === 2 ? 'strong' : 'emphasis';
    this.out.push({ kind, children, mark: mark.repeat(used) });
  }

  /** Openers that nothing closes are text. */
  private leave(from: number): void {
    for (const opener of this.openers.splice(from)) this.asText(opener);
  }

  private asText({ at, mark, count }: Opener): void {
    this.out[at] = { kind: 'text', text: mark.repeat(count) };
  }
}

/** It could open and close: it stands between two characters. */
function isInside({ before, after }: MarkRun): boolean {
  return !isSpace(before) && !isSpace(after);
}

function isThere(part: Inline): boolean {
  return part.kind !== 'text' || part.text !== '';
}

function isSign(character: string): boolean {
  return !isSpace(character) && /[\p{P}\p{S}]/u.test(character);
}

/** Between slashes, marks are a pattern for files. */
function isPattern({ before, after }: MarkRun): boolean {
  return before === '/' && (isSpace(after) || after === '/');
}

function canOpen(run: MarkRun): boolean {
  const { mark, count, before, after } = run;
  if (isSpace(after) || isPattern(run)) return false;
  if (mark === '_') return !isWord(before) && (!isSign(after) || isSpace(before) || isSign(before));
  if (count > 1 || isUnspaced(before)) return true;
  return !isWord(before) && (!isSign(after) || isSpace(before) || isSign(before));
}

function canClose(run: MarkRun): boolean {
  const { mark, count, before, after } = run;
  if (isSpace(before) || isPattern(run)) return false;
  if (mark === '_') return !isWord(after) && (!isSign(before) || isSpace(after) || isSign(after));
  if (count > 1 || isUnspaced(after)) return true;
  return !isSign(before) || isSpace(after) || isSign(after);
}

/**
 * `2**3**4` multiplies. Marks between the letters of one word emphasise a part of it, and nothing
 * that goes on beyond the word.
 */
function isMultiplied(opener: Opener, run: MarkRun, used: number, inner: () => string): boolean {
  const { before } = opener;
  const { after } = run;
  const joins = (character: string) => isWord(character) && !isUnspaced(character);
  if (used === 1 && joins(after)) return /\s/.test(inner());
  if (!joins(before) || !joins(after)) return false;
  if (/\d/.test(before + after)) return true;
  const text = inner();
  return /\s/.test(text) || /^(?:.|\d+)$/u.test(text);
}
