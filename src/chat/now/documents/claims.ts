import { EVERY_DAY } from '../../../config/opening-hours/calendar.js';
import type { Span } from '../../../config/opening-hours/rule.js';
import type { PartOfDay } from '../../../language/time/words.js';
import { type Item, itemsOf, means } from '../words/items.js';
import type { Language } from '../../../language/language.js';
import { itemMeans, type Mention, mentionsOf } from '../words/mentions.js';
import { type Days, namesDays, noDays } from './days.js';

/** What a statement says of these days: its hours as far as they can be read. */
export interface Claim {
  days: Days;
  spans: Span[];
  closed: boolean;
  /** Its hours are all that it says, and can be read in one way only. */
  sure: boolean;
}

/** A sentence, a list's item or a table's row that was read. */
export interface Statement {
  claims: Claim[];
  /** Its hours, where it names no day itself: those of the heading above it. */
  rest?: Claim;
  /** It speaks of opening or closing. */
  ofHours: boolean;
  /** The business speaks of itself. */
  we: boolean;
  /** It has words about something else. */
  others: boolean;
  /** Such words stand before its hours: they may be the hours of that. */
  subject: boolean;
}

/** Reads what a statement says of which days. `called` are the words that the business is called by. */
export function statementOf(text: string, language: Language, called: Set<string>): Statement {
  const items = itemsOf(text, language);
  const mentions = mentionsOf(items);
  const isElse = (mention: Mention) => mention.kind === 'item' && isOther(mention.item, called);
  const others = mentions.some(isElse);
  const hoursAt = mentions.findIndex(
    (mention) => mention.kind === 'span' || itemMeans(mention, 'closed'),
  );
  const has = (kind: 'open' | 'close' | 'hours' | 'closed' | 'we') =>
    items.some((item) => means(item, kind));
  const doubtful = others || items.some((item) => means(item, 'fraction') ?? means(item, 'season'));
  const claims = claimsIn(mentions).map((claim) => ({
    ...claim,
    sure: claim.sure && !doubtful,
  }));
  const bound = claims.filter(({ days }) => namesDays(days));
  return {
    claims: bound,
    ...(!bound.length && { rest: claims[0] }),
    ofHours: has('open') || has('close') || has('hours') || has('closed'),
    we: has('we'),
    others,
    subject: others && (hoursAt < 0 || mentions.slice(0, hoursAt).some(isElse)),
  };
}

function isOther(item: Item, called: Set<string>): boolean {
  return (
    (!!item.other && !called.has(item.text)) ||
    (item.token?.number !== undefined && item.token.number > 2100)
  );
}

/** What follows one another: days, then their hours; or hours, then their days. */
function claimsIn(mentions: Mention[]): Claim[] {
  const claims: Claim[] = [{ days: noDays(), spans: [], closed: false, sure: true }];
  let compared = false;
  for (const mention of mentions) {
    const last = claims.at(-1)!;
    const isDay = addsDays(mention, noDays());
    if (isDay && !compared) {
      const begins = namesDays(last.days) && saysHours(last);
      if (begins) claims.push({ days: noDays(), spans: [], closed: false, sure: true });
      addsDays(mention, claims.at(-1)!.days);
    } else if (!isDay) addHours(mention, last);
    if (isDay) compared = false;
    else if (itemMeans(mention, 'like') || itemMeans(mention, 'except')) compared = true;
  }
  return settled(claims);
}

/** Takes days into `days`; false for a mention of something else. */
function addsDays(mention: Mention, days: Days): boolean {
  const holiday = itemMeans(mention, 'holiday');
  const season = itemMeans(mention, 'season');
  if (mention.kind === 'weekdays') days.weekdays.push(...mention.weekdays);
  else if (mention.kind === 'dates') days.dates.push(...mention.dates);
  else if (mention.kind === 'months') days.months.push(...mention.months);
  else if (holiday?.name) {
    days.names.push(holiday.name);
    days.dates.push({ from: holiday.date!, to: holiday.date! });
  } else if (holiday) days.holidays = true;
  else if (season) days.seasons.push(season.name);
  else return false;
  return true;
}

function addHours(mention: Mention, claim: Claim): void {
  if (mention.kind === 'span') {
    claim.spans.push({ from: mention.from, to: mention.to });
    claim.sure &&= mention.sure;
  } else if (mention.kind === 'time') claim.sure = false;
  else if (itemMeans(mention, 'always')) {
    claim.spans.push({ from: 0, to: 24 * 60 });
    if (!namesDays(claim.days)) claim.days.weekdays.push(...EVERY_DAY);
  } else if (itemMeans(mention, 'closed')) claim.closed = true;
  else if (itemMeans(mention, 'part') && claim.closed)
    shutPart(claim, itemMeans(mention, 'part')!.part);
}

const PARTS: Record<PartOfDay, Span> = {
  morning: { from: 6 * 60, to: 12 * 60 },
  noon: { from: 12 * 60, to: 16 * 60 },
  afternoon: { from: 14 * 60, to: 20 * 60 },
  evening: { from: 18 * 60, to: 23 * 60 },
  night: { from: 21 * 60, to: 30 * 60 },
};

/** Whether hours lie, if only in part, in a part of the day. */
export function overlaps(spans: Span[], part: PartOfDay): boolean {
  const { from, to } = PARTS[part];
  return spans.some((span) => span.from < to && from < span.to);
}

/** "From 9:00 to 14:00. Closed in the afternoon" says the same twice. */
function shutPart(claim: Claim, part: PartOfDay): void {
  if (!claim.spans.length || overlaps(claim.spans, part)) claim.sure = false;
  else claim.closed = false;
}

function saysHours({ spans, closed }: Claim): boolean {
  return spans.length > 0 || closed;
}

function settled(claims: Claim[]): Claim[] {
  const last = claims.at(-1)!;
  const before = claims.at(-2);
  // "Open Monday to Friday 9 to 14 and closed on Sunday": closed stands before its day.
  if (before?.closed && before.spans.length && !saysHours(last)) {
    before.closed = false;
    last.closed = true;
  }
  // Hours both given and denied, or none, are for the reader.
  for (const claim of claims)
    claim.sure &&= saysHours(claim) && !(claim.closed && claim.spans.length);
  return claims;
}

/** Whether a text tells days or times, or that something is closed. */
export function tellsWhen(text: string, language: Language): boolean {
  return mentionsOf(itemsOf(text, language)).some(
    (mention) =>
      mention.kind === 'span' ||
      mention.kind === 'weekdays' ||
      mention.kind === 'dates' ||
      mention.kind === 'time' ||
      !!itemMeans(mention, 'closed') ||
      !!itemMeans(mention, 'always'),
  );
}
