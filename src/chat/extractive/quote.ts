import { denies } from '../../language/denial.js';
import { fold, type Language, ofEach } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import { ownHeading, type Passage } from '../../knowledge/search/passage.js';
import type { Found } from '../retrieval.js';
import { excerpt } from './excerpt.js';
import { isOfOther, lacksAsked } from './fitting/lacking.js';
import { documentOf, headingOf, sectionOf } from '../section.js';
import type { QuotedWords } from '../trace/step.js';
import { type Sought, soughtIn } from './sought.js';

/** What answers one question: words of a document, and where they stand. */
export interface Quote {
  /** What found it. */
  by: QuotedWords['by'];
  /** What leads to it: "Tomorrow is Sunday:". */
  lead?: string;
  /** The document's title and the section's headings. */
  heading?: string;
  text: string;
  /** The passages that it is taken from, the best first. */
  passages: Passage[];
  /** How well it answers, among the quotes for one question. */
  rank: number;
  /** Whether it has all that was asked for. */
  sure: boolean;
  /** Whether it is a row about what was named, without a word of what was asked about that. */
  lacks?: boolean;
  /** Whether it is a row about another thing than was named: of another size, of another kind. */
  other?: boolean;
  /** Words whose figures all answer: the hours of a day, a price list, the asked cells of a table. */
  figures?: string;
  /** Whether a table answers with yes or no, as one of allergens does. */
  polar?: boolean;
}

/** How much better a section answers whose heading says nothing but what is sought. */
const HEADING = 0.15;
/** How much better or worse it answers by the question words of its heading. */
const TELLS = 0.15;
/** How well a text in another language than the sender's answers, where both are there. */
const OTHER_LANGUAGE = 0.25;
/** How well "How to come without a car" answers who didn't ask for what isn't. */
const CONTRARY = 0.3;
/** The least share of a title's words that names the document: not one subject of three. */
const TITLE = 0.5;
/** Characters of a section that is shown whole as a source. */
const SOURCE = 2000;
/** Rows that were chosen answer better than a text that only speaks of the same. */
const CHOSEN = 1.25;
/** A cell whose row and whose column were asked for says just that. */
const CROSSED = 1.8;
/** A section that is called just what a short question names, where its document's title names it, too. */
const NAMESAKE = 1.5;
/** A question of more words than these asks for more than what a title names. */
const TOPIC = 2;

/** A whole document of more than this is no answer to a word that only its title has. */
const WHOLE_DOCUMENT = 6000;

/**
 * What a found passage answers: its document where the question names only the document's title
 * ("prices"), else its section, and of that the part that speaks of the question. `all` are the
 * passages of its document; `reader` is the language of the sender.
 */
export function quote(passage: Found, all: Passage[], question: string, reader: Language): Quote {
  const sought = soughtIn(passage, question, reader);
  const { title, section, evidence } = passage;
  const named = shareOf(section, sought) + shareOf(title, sought) / 2;
  const own = sought.language === reader || evidence.only ? 1 : OTHER_LANGUAGE;
  const tells = telling(section, sought.language, question, reader);
  const contrary = denies(ownHeading(section)) && !sought.negated ? CONTRARY : 1;
  const namesake = isTopic(evidence) && isNamesake(ownHeading(section), sought) ? NAMESAKE : 1;
  const tellsOfIt = (1 + HEADING * named + tells) * namesake;
  const rank = passage.score * shareIn(passage) * tellsOfIt * own * contrary;
  const whole = sectionOf(passage, all);
  const sure = !evidence.missing.length;
  const by = 'search' as const;
  const about = { by, passages: [sourceOf(passage, whole.text)], sure };
  if (namesTitle(passage, sought)) {
    const document = documentOf(all);
    if (document.text.length <= WHOLE_DOCUMENT)
      return { ...about, heading: title, text: document.text, rank };
  }
  const heading = headingOf(title, section);
  const { text, chosen, polar, crossed, figures } = excerpt({ ...whole, heading }, sought, reader);
  const said = { passage, text, chosen, question, reader };
  return {
    ...about,
    heading,
    text,
    rank: rank * (chosen ? CHOSEN : 1) * (crossed ? CROSSED : 1),
    lacks: lacksAsked(said, sought),
    other: isOfOther(said, sought),
    polar,
    figures,
  };
}

/** What tells the hours: all that was asked for. */
export function quoteOfHours({ text, used }: { text: string; used: Passage[] }): Quote {
  return { by: 'hours', text, passages: used, rank: 1, sure: true, figures: text };
}

/** How much of a question a passage has: of its words, or of its words and its meaning. */
function shareIn({ coverage, relevance, evidence }: Found): number {
  return evidence.meaning === undefined ? coverage ** 2 : relevance;
}

/** The passage as the source of a quote: with all of its section, where that isn't long. */
function sourceOf(passage: Found, section: string): Found {
  return section.length <= SOURCE ? { ...passage, text: section } : passage;
}

/** Whether a question names a document by its title, and nothing in it. */
function namesTitle({ title, section, evidence }: Found, sought: Sought): boolean {
  const inTitle = namedBy(title, sought) && shareOf(title, sought) >= TITLE;
  return isTopic(evidence) && inTitle && !namedBy(section, sought);
}

/** Whether a question only names something, and all of it is there. */
function isTopic({ matched, missing }: Found['evidence']): boolean {
  return matched.length <= TOPIC && !missing.length;
}

/** Whether a heading says what is sought, and nothing else. */
function isNamesake(heading: string, sought: Sought): boolean {
  return namedBy(heading, sought) && shareOf(heading, sought) === 1;
}

/** "How can I order?" is answered under "How to order", less so under "Order until when". */
function telling(section: string, spoken: Language, question: string, reader: Language): number {
  const asked = tellingIn(question, reader);
  const said = tellingIn(ownHeading(section), spoken);
  if (!said.length || !asked.length || spoken !== reader) return 0;
  return said.every((word) => asked.includes(word)) ? TELLS : -TELLS;
}

function tellingIn(text: string, language: Language): string[] {
  return words(text)
    .map(fold)
    .filter((word) => TELLING[language].has(word));
}

const TELLING = ofEach(({ asking }) => new Set(asking.telling.split('|').map(fold)));

/** Whether a heading has all that is sought. */
function namedBy(heading: string, sought: Sought): boolean {
  const said = new Set(terms(heading, sought.language));
  return [...sought.terms.keys()].every((term) => said.has(term));
}

/** The share of a heading's words that is sought. */
function shareOf(heading: string, sought: Sought): number {
  const said = terms(heading, sought.language);
  return said.filter((term) => sought.terms.has(term)).length / Math.max(1, said.length);
}
