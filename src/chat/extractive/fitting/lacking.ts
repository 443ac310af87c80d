import { denies } from '../../../language/denial.js';
import { type Language, ofEach } from '../../../language/language.js';
import { COVERED, type Match } from '../../../knowledge/search/passage.js';
import { terms } from '../../../language/terms.js';
import { contentTerms } from '../../history/follow-up.js';
import type { Found } from '../../retrieval.js';
import { actAsked, attributeAsked, hadAsked } from './asked.js';
import { isInBand } from './bands.js';
import { isOtherKind } from './other-kind.js';
import { isOfAnotherPeriod } from './other-period.js';
import { isOfAnother } from './other-size.js';
import type { Sought } from '../sought.js';

/** What a passage says of a question, and to whom. */
interface Said {
  passage: Found;
  text: string;
  /** Rows or items of it were chosen. */
  chosen: boolean;
  question: string;
  reader: Language;
}

/** The least weight of a missing word, as a share of the best one that is there, that is missed. */
const MISSED = 0.8;
/** The same of what is asked of a thing: its colour. */
const ATTRIBUTE = 0.5;
/** What a row or an item of a list is about. */
const ROW = /^\s*(?:[-*|]|\d+\.)\s*([^:|]+)/;

/** Whether what is quoted lacks what was asked for. */
export function lacksAsked(
  { passage, text, chosen, question, reader }: Said,
  sought: Sought,
): boolean {
  return (
    ((chosen || asksToGet(question, reader)) && lacks(passage, reader)) ||
    (sought.negated && passage.coverage < COVERED && !denies(text)) ||
    lacksTheAct({ passage, chosen, question, reader })
  );
}

/**
 * Whether what is quoted is about another thing than was named: of another size, of another kind. A whole
 * table doesn't answer what none of its rows has, where that weighs as much as the rest.
 */
export function isOfOther(
  { passage, text, chosen, question, reader }: Said,
  { language: written, amounts }: Sought,
): boolean {
  if (!chosen) return /^\s*\|/m.test(text) && lacks(passage, reader);
  if (isOfAnother(question, text) || isOfAnotherPeriod(question, text)) return true;
  const found = new Set(passage.evidence.matched.flatMap((of) => of.found.split(' ')));
  const names = text
    .split('\n')
    .flatMap((line) => ROW.exec(line)?.[1] ?? [])
    .filter((name) => terms(name, written).some((one) => found.has(one)));
  const isOther = (name: string) =>
    !isInBand(name, amounts) && isOtherKind(name, question, passage.evidence, [reader, written]);
  return names.length > 0 && names.every(isOther);
}

/** Whether a question asks first of all for something to be had: another such thing is no answer. */
function asksToGet(question: string, language: Language): boolean {
  return GETTING[language].has(terms(question, language)[0]);
}

const GETTING = ofEach(({ asking }, language) => new Set(terms(asking.getting, language)));

/** "Is the orange juice organic?": its price is no answer. A word as rare as those it has is missing. */
function lacks({ coverage, evidence: { matched, missing } }: Found, language: Language): boolean {
  if (missing.length && matched.every(({ term }) => GETTING[language].has(term))) return true;
  return coverage < COVERED && missing.some(({ weight }) => weight >= MISSED * mostOf(matched));
}

/**
 * "Can I return a bag of food?", "what flavour is it?": what is said of the rest is no answer. A sentence may
 * tell a flavour without the word; a row of a list hardly does.
 */
function lacksTheAct({ passage, chosen, question, reader }: Omit<Said, 'text'>): boolean {
  const { coverage, evidence } = passage;
  const isMissed = (text: string | undefined, share: number) => {
    const [of] = contentTerms(text ?? '', reader);
    const least = share * mostOf(evidence.matched);
    return evidence.missing.some(({ term, weight }) => term === of && weight >= least);
  };
  return (
    (coverage < COVERED && isMissed(actAsked(question), MISSED)) ||
    (chosen && isMissed(attributeAsked(question), ATTRIBUTE)) ||
    (chosen && isMissed(hadOf(evidence, question, reader), ATTRIBUTE))
  );
}

/** What a thing may have, where the thing was found: "does the crown have a guarantee?" */
function hadOf({ matched }: Found['evidence'], question: string, reader: Language) {
  const [thing = '', had] = hadAsked(question) ?? [];
  const named = contentTerms(thing, reader);
  return matched.some(({ term }) => named.includes(term)) ? had : undefined;
}

function mostOf(matched: Match[]): number {
  return Math.max(0, ...matched.map(({ weight }) => weight));
}
