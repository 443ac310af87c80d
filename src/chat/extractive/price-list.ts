import type { LineId } from '../../config/lines/line.js';
import { fold, type Language, phrasesOfAll, wordsOf } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import type { KnowledgeService } from '../../knowledge/knowledge.service.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { amountsIn } from '../money.js';
import { documentOf, type Section, sectionOf } from '../section.js';
import type { Quote } from './quote.js';

/** Documents that are looked through; a business with more has more than one price list. */
const DOCUMENTS = 60;
/** The fewest amounts of a price list, and the share of the longest one's that makes another. */
const LEAST = 3;
const EQUAL = 0.5;
/** Characters of a document that is given whole; of a longer one it is the section with most amounts. */
const WHOLE = 6000;

const NAMES = new Set(phrasesOfAll(({ asking }) => fold(asking.priceList)));

/** Whether a message asks for the prices of everything: "price list", "¿me pasas la carta?". */
export function asksPriceList(text: string, language: Language): boolean {
  const names = terms(wordsOf(language).asking.priceList.replaceAll('|', ' '), language);
  const isNamed = words(text).some((word) => NAMES.has(fold(word)));
  return isNamed && terms(text, language).every((term) => names.includes(term));
}

/** The documents of the sender's language with most amounts of money. */
export async function priceList(
  knowledge: KnowledgeService,
  language: Language,
  line?: LineId,
): Promise<Quote[]> {
  const ids = await knowledge.documentsIn(language, line);
  const all = await Promise.all(ids.slice(0, DOCUMENTS).map((id) => knowledge.passages(id)));
  const [most, ...others] = all.toSorted((a, b) => amountsOf(b) - amountsOf(a));
  if (!most || amountsOf(most) < LEAST) return [];
  const equal = others.filter((other) => amountsOf(other) >= EQUAL * amountsOf(most));
  const texts = [most, ...equal].map((passages) => ({ passages, ...documentOf(passages) }));
  const room = texts.reduce((sum, { text }) => sum + text.length, 0) <= WHOLE;
  return (room ? texts : [longest(texts[0])]).map(({ title, text, passages }) => ({
    by: 'prices',
    heading: title,
    text,
    passages,
    rank: 1,
    sure: true,
    figures: text,
  }));
}

/** Of a document that is too long: all of it that fits, else the section with most amounts. */
function longest(whole: Section & { passages: Passage[] }) {
  const passages = whole.passages.toSorted((a, b) => amountsOf([b]) - amountsOf([a]));
  const { title, text } =
    whole.text.length <= WHOLE ? whole : sectionOf(passages[0], whole.passages);
  return { title, text, passages };
}

function amountsOf(passages: Passage[]): number {
  return passages.reduce((sum, { text }) => sum + amountsIn(text), 0);
}
