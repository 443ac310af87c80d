import { type Language, languages } from '../../../language/language.js';
import { type Item, itemsOf, means } from '../words/items.js';
import { statementOf } from './claims.js';
import { type Days, namesDays, noDays } from './days.js';

/** A part of a document: the headings above it, joined by " > ", and its Markdown. */
export interface HoursSection {
  title: string;
  section: string;
  text: string;
}

/** What the headings above a section say of it. */
export interface Path {
  /**
   * How surely it is about the business's hours: 0 is surest, 3 the hours of a part of it, undefined
   * something else.
   */
  rank?: 0 | 1 | 2 | 3;
  /** All headings. */
  heading: string;
  /** Its own heading names nothing else than days and the business. */
  plain: boolean;
  /** The same of its title, where it has no heading of its own: "Christmas" may hold exceptions. */
  beside: boolean;
  /** Its own heading names a trade: "Workshop" may be a department beside "Sales". */
  trade: boolean;
  /** Of the headings that say no more than "opening hours": sections with the same belong together. */
  group: string;
  /** The days that the last headings name, and how they name them. */
  days: Days;
  label?: string;
}

const JOINED = /\s(?:y|e|and|&)\s|[,/·:&]|\s[-–—]\s/u;

/**
 * Reads the headings of a section. `called` are the `names` of the business, and what the title calls
 * it: to the headings below the title, "our bakery" is the business.
 */
export function pathOf(
  { title, section }: HoursSection,
  language: Language,
  names: Set<string>,
  called: Set<string>,
): Path {
  const headings = [title, ...section.split(' > ').filter(Boolean)];
  const kinds = headings.map((heading, at) => kindOf(heading, at ? called : names));
  const at = kinds.indexOf('hours');
  const days = noDays();
  let label: string | undefined;
  for (const heading of headings.slice(1)) {
    const { claims } = statementOf(heading, language, called);
    for (const claim of claims) Object.assign(days, claim.days);
    if (claims.length) label = heading;
  }
  const group = headings.slice(0, Math.max(at, 0) + 1).join(' > ');
  const rank = rankOf(kinds, at);
  const heading = headings.join(' > ');
  const plain = !section || kinds.at(-1) === 'plain';
  const trade = !!section && namesTrade(headings.at(-1)!);
  const beside = kinds.at(-1) === 'plain';
  const place = { heading, plain, beside, trade, group, days };
  return { ...place, ...(namesDays(days) && { label }), ...(rank !== undefined && { rank }) };
}

function namesTrade(heading: string): boolean {
  return languages.some((of) => itemsOf(heading, of).some((item) => means(item, 'trade')));
}

function rankOf(kinds: Kind[], at: number): Path['rank'] {
  if (at < 0) return kinds.includes('other hours') ? undefined : 2;
  const below = kinds.slice(at + 1);
  if (below.some((kind) => kind === 'other' || kind === 'other hours')) return 3;
  return kinds.slice(0, at).some((kind) => kind !== 'plain') ? 1 : 0;
}

/** `plain` says no more than a day, or that it is about the shop. */
type Kind = 'hours' | 'other hours' | 'plain' | 'other';

/**
 * "Opening hours and contact" is about the hours, "Kitchen hours" about those of something else. A
 * title may be in another language than the text.
 */
function kindOf(heading: string, called: Set<string>): Kind {
  const kinds = languages.map((language) => kindIn(heading, language, called));
  const order: Kind[] = ['hours', 'plain', 'other hours'];
  return order.find((kind) => kinds.includes(kind)) ?? 'other';
}

function kindIn(heading: string, language: Language, called: Set<string>): Kind {
  const parts = heading.split(JOINED).map((part) => itemsOf(part, language));
  const isPure = (items: Item[]) => !items.some(({ other, text }) => other && !called.has(text));
  const isOfHours = (items: Item[]) =>
    items.some((item) => means(item, 'open') ?? means(item, 'close') ?? means(item, 'hours'));
  // "When we are here"
  const isWhen = (items: Item[]) => items.length > 1 && !!means(items[0], 'when');
  if (parts.some((items) => isPure(items) && (isOfHours(items) || isWhen(items)))) return 'hours';
  if (parts.some(isOfHours)) return 'other hours';
  return parts.every(isPure) ? 'plain' : 'other';
}
