import { type Language, wordsOf } from '../../language/language.js';
import type { Block, ListItem } from '../../markdown/model.js';
import { read } from '../../markdown/read.js';
import { markdownOf } from '../../markdown/source.js';
import { withinBands } from './fitting/bands.js';
import { bestOf, exactOf, isEmpty, type Sought, weightIn, without } from './sought.js';
import { rowsFor } from './table-rows.js';

/** In UTF-16 units: what is read on a phone as one answer, and what some messages may hold. */
const READABLE = 900;
const WHOLE = 6000;

/**
 * The part of a section that answers, in the document's words. Of tables and lists it is the rows or
 * items that name what was asked for; all of them where nothing tells them apart. Long text is cut to
 * the sentences that speak of the question, and says so. `chosen`: rows or items were chosen. `polar`: a
 * table's cells answer with yes or no. `crossed`: a row and a column of it were asked for. `figures`: the cells and
 * items that were asked for.
 */
export function excerpt(
  section: { heading: string; text: string },
  sought: Sought,
  reader: Language,
): { text: string; chosen: boolean; polar: boolean; crossed: boolean; figures: string } {
  const blocks = read(section.text);
  const apart = without(sought, section.heading);
  const parts = blocks.map((block) => partOf(block, apart, sought));
  const rows = parts.some(({ partial }) => partial)
    ? blocks.flatMap((_, at) => beside(parts, at, apart))
    : [];
  const chosen = rows.length ? rows : besides(blocks, apart);
  const text = markdownOf(...(chosen.length ? chosen : blocks));
  const whole = blocks.some(isStructured) || text.length <= READABLE;
  const said = whole ? within(text, reader) : sentences(text, sought, reader);
  const polar = parts.some((part) => part.polar);
  const crossed = parts.some((part) => part.crossed);
  const figures = parts
    .map((part) => part.figures ?? '')
    .join('\n')
    .trim();
  return { text: said, chosen: chosen.length > 0, polar, crossed, figures };
}

function isStructured({ kind }: Block): boolean {
  return kind === 'table' || kind === 'list';
}

/**
 * "Is a lock included?" may be answered by a line below a table of prices, which says nothing of it.
 * A price may still be meant where money is asked for: then nothing is chosen.
 */
function besides(blocks: Block[], apart: Sought): Block[] {
  const speaks = (block: Block) => weightIn(markdownOf(block), apart) > 0;
  const [rows, texts] = [blocks.filter(isStructured), blocks.filter((of) => !isStructured(of))];
  return apart.money || !rows.length || rows.some(speaks) ? [] : texts.filter(speaks);
}

interface Part {
  block: Block;
  /** Whether it is less than the whole block. */
  partial: boolean;
  /** Whether it is a table that was asked for yes or no. */
  polar?: true;
  crossed?: true;
  figures?: string;
}

function partOf(block: Block, apart: Sought, sought: Sought): Part {
  if (block.kind === 'table') {
    const { table, ...rows } = rowsFor(block, apart, sought);
    return { block: { ...block, ...table }, ...rows };
  }
  if (block.kind !== 'list') return { block, partial: false };
  const items = itemsFor(block.items, apart, sought);
  const partial = items.length < block.items.length;
  const figures = partial ? items.map(({ blocks }) => markdownOf(...blocks)).join('\n') : '';
  return { block: { ...block, items }, partial, figures };
}

/** What stands beside chosen rows: a line that leads to them, and text that speaks of the question. */
function beside(parts: Part[], at: number, apart: Sought): Block[] {
  const { block, partial } = parts[at];
  if (partial) return [block];
  const text = markdownOf(block);
  const leads = parts[at + 1]?.partial && text.trimEnd().endsWith(':');
  return leads || weightIn(text, apart) > 0 ? [block] : [];
}

function itemsFor(items: ListItem[], apart: Sought, sought: Sought): ListItem[] {
  const said = items.map(({ blocks }) => markdownOf(...blocks));
  const banded = withinBands(said, sought.amounts, false);
  const chosen = banded.length ? banded : bestOf(said, apart, sought);
  if (!chosen.length) return items;
  const named = chosen.map((at) => said[at].split(/[:|]/)[0]);
  return exactOf(named, sought).map((at) => items[chosen[at]]);
}

/** As much as some messages hold, cut between lines, with a mark that says how to get the rest. */
function within(text: string, reader: Language): string {
  if (text.length <= WHOLE) return text;
  const kept = text.slice(0, text.lastIndexOf('\n', WHOLE) + 1 || WHOLE).trimEnd();
  const left = text
    .slice(kept.length)
    .split('\n')
    .filter((line) => !isEmpty(line)).length;
  return `${kept}\n\n${wordsOf(reader).more(left)}`;
}

/** The sentences around the one that has most of what was sought, with a mark where others were. */
function sentences(text: string, sought: Sought, reader: Language): string {
  const all = text.split(/(?<=[.!?…])\s+(?=[\p{Lu}\p{N}¿¡"«“(*_])|\n+/u);
  const weights = all.map((sentence) => weightIn(sentence, sought));
  let [from, to] = [weights.indexOf(Math.max(...weights)), 0];
  to = from + 1;
  const room = () => READABLE - all.slice(from, to).join(' ').length;
  for (let grown = true; grown;) {
    grown = false;
    const after = to < all.length && all[to].length < room();
    if (after) to++;
    const before = from > 0 && all[from - 1].length < room();
    if (before) from--;
    grown = after || before;
  }
  const kept = all.slice(from, to).join(' ');
  const marked = `${from ? '[…] ' : ''}${kept}${to < all.length ? ' […]' : ''}`;
  return kept.length < text.length ? `${marked}\n\n${wordsOf(reader).more()}` : marked;
}
