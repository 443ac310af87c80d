import type { Styled } from './model.js';

/** What a tag does to the text around it. Not `undefined`: then it is no tag, but text. */
export type Effect =
  | { does: 'style'; style: Styled['kind'] | 'code' | 'raised' | 'link' | 'heading'; open: boolean }
  | { does: 'break' | 'item' | 'cell' | 'image' | 'nothing' };

type Style = (Effect & { does: 'style' })['style'];

/** The styles, and the tags that say them. */
const STYLES: Record<Style, string> = {
  strong: 'b strong',
  emphasis: 'i em cite',
  strike: 's del strike',
  code: 'code kbd samp tt',
  link: 'a',
  raised: 'sup',
  heading: 'h1 h2 h3 h4 h5 h6',
};
const STYLE_OF = new Map(
  (Object.keys(STYLES) as Style[]).flatMap((style) =>
    STYLES[style].split(' ').map((tag) => [tag, style] as const),
  ),
);
const names = (text: string) => new Set(text.trim().split(/\s+/));
/** What stands on lines of its own. */
const BLOCKS = names(`address article aside blockquote body br caption center dd details dialog div
  dl dt fieldset figcaption figure footer form header hr html main menu nav ol p pre section summary
  table tbody tfoot thead tr ul`);
/** What can be left out: its text says the same without it. */
const QUIET = names(`abbr acronym audio base bdi bdo big button canvas col colgroup data datalist
  dfn embed font head iframe input ins label legend link map mark meta meter noscript object optgroup
  option output param picture progress q rp rt ruby script select small source span style sub svg
  template textarea time title track u var video wbr`);

const ATTRIBUTE = `\\s+[a-z:_@][\\w:.-]*\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+)`;
const FLAG = '\\s+(?:checked|controls|disabled|hidden|nowrap|open|reversed|selected)(?=[\\s/>])';
const TAG = new RegExp(`^<(/?)([a-z][a-z0-9-]*)(?:${ATTRIBUTE}|${FLAG})*\\s*/?>$`, 'i');

/**
 * The effect of a tag as it is written. What only looks like one is text: `<your name>`,
 * `if a<b and c>d`.
 */
export function effectOf(tag: string): Effect | undefined {
  if (/^<(?:!--|\?(?:xml|php|=)|!doctype\b|!\[CDATA\[)/i.test(tag)) return { does: 'nothing' };
  const [, closing, written] = TAG.exec(tag) ?? [];
  const name = written?.toLowerCase();
  if (!name) return undefined;
  const style = STYLE_OF.get(name);
  if (style) return { does: 'style', style, open: !closing };
  if (BLOCKS.has(name)) return { does: 'break' };
  if (name === 'li') return { does: closing ? 'break' : 'item' };
  if (name === 'td' || name === 'th') return { does: closing ? 'nothing' : 'cell' };
  if (name === 'img') return { does: 'image' };
  return QUIET.has(name) ? { does: 'nothing' } : undefined;
}

/** The value of an attribute, or nothing. */
export function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `m<sup>2</sup>` is m², not m2. */
export function raised(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => RAISED[Number(digit)]) : text;
}
