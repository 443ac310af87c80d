import type { Language } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import type { Passage } from '../../knowledge/search/passage.js';
import type { Found } from '../retrieval.js';
import { excerpt } from './excerpt.js';
import { documentOf, headingOf, sectionOf } from './section.js';
import { type Sought, soughtIn } from './sought.js';

/** What answers one question: words of a document, and where they stand. */
export interface Quote {
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
}

/** Rows that were chosen answer better than a text that only speaks of the same. */
const CHOSEN = 1.25;
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
  const { title, section } = passage;
  const rank = passage.score * passage.relevance;
  const about = { passages: [passage], sure: passage.coverage >= 1 };
  if (namesTitle(passage, sought)) {
    const whole = documentOf(all);
    if (whole.text.length <= WHOLE_DOCUMENT)
      return { ...about, heading: title, text: whole.text, rank };
  }
  const heading = headingOf(title, section);
  const { text, chosen } = excerpt({ ...sectionOf(passage, all), heading }, sought, reader);
  return { ...about, heading, text, rank: chosen ? rank * CHOSEN : rank };
}

/** Whether a question names a document by its title, and nothing in it. */
function namesTitle({ title, section, evidence }: Found, sought: Sought): boolean {
  const inHeading = (heading: string) => {
    const said = new Set(terms(heading, sought.language));
    return [...sought.terms.keys()].every((found) => found.split(' ').every((t) => said.has(t)));
  };
  const isTopic = evidence.matched.length <= TOPIC && !evidence.missing.length;
  return isTopic && inHeading(title) && !inHeading(section);
}
