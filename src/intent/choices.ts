import { offerIn } from './offer.js';
import { languages, wordsOf } from '../language/language.js';

/** What a reader of an answer may choose, in the words that the bot would understand. */
export interface Choices {
  choices: string[];
  /** What stands on the button that opens them, where they are a list. */
  menu: string;
}

/** Topics longer than this are read, not chosen: WhatsApp shows so many characters of a choice. */
const MOST_CHARS = 24;

/**
 * What an answer offers: yes or no, where it ends with a question of the bot's own; the topics that it
 * lists, and a person. Undefined where it offers nothing. It is read from the text, as a yes to an offer
 * is, so that whoever made the text needn't say it again.
 */
export function choicesIn(answer: string): Choices | undefined {
  const end = answer.trimEnd();
  for (const language of languages) {
    const { offers, choose, topicsLead } = wordsOf(language);
    const { yes, no, person, menu } = choose;
    if (offerIn(end) && [offers.person, offers.optOut].some((offer) => end.endsWith(offer)))
      return { choices: [yes, no], menu };
    const topics = topicsBelow(topicsLead, end);
    if (topics.length) return { choices: [...topics, person], menu };
  }
  return undefined;
}

function topicsBelow(lead: string, answer: string): string[] {
  const at = answer.lastIndexOf(`${lead}\n`);
  const lines = at < 0 ? [] : answer.slice(at + lead.length + 1).split('\n');
  const topics = lines.every((line) => line.startsWith('- ')) ? lines.map((l) => l.slice(2)) : [];
  return [...new Set(topics)].filter(({ length }) => length > 0 && length <= MOST_CHARS);
}
