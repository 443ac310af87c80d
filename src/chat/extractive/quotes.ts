import { Injectable } from '@nestjs/common';
import type { LineId } from '../../config/lines/line.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import type { Language } from '../../language/language.js';
import type { Attachments } from '../../media/attachments.js';
import { CuratedReplies } from '../curated-replies.js';
import { OpeningTimes } from '../now/opening-times.js';
import { type Found, Retrieval } from '../retrieval.js';
import { beginStep } from '../trace/recorder.js';
import type { QuotedWords } from '../trace/step.js';
import { fitting, namesOnly, rankOfPrice, saysAll } from './fitting/fitting.js';
import { asksOnlyWhich, completed, withItsOwn } from './completed.js';
import { costsOf, hangsOn } from './hanging.js';
import { asksPriceList, priceList } from './price-list.js';
import { questionsOf, subjectsOf } from './questions.js';
import { type Quote, quote, quoteOfHours } from './quote.js';

/** The least share of the best quote's rank with which another one is given beside it. */
const EQUAL = 0.9;

/** One question, and what it may depend on. */
export interface AskedQuestion {
  text: string;
  /** What was asked and said before it. */
  previous?: string;
  /** What the same message says besides. */
  beside?: string;
  language: Language;
  /** What the business is called by. */
  names: string[];
  /** What was sent besides text. */
  attachments?: Attachments;
  /** The line that it was asked on. */
  line?: LineId;
}

/** A message in which one question may follow up on another. */
export interface AskedMessage extends Omit<AskedQuestion, 'names' | 'beside'> {
  botName: string;
}

/** A question of a message, and the words that answer it; none where the documents don't. */
export interface Answered {
  text: string;
  /** What was asked and said before it. */
  previous?: string;
  quotes: Quote[];
}

/** Finds the words of the documents that answer a question. */
@Injectable()
export class Quotes {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly retrieval: Retrieval,
    private readonly openingTimes: OpeningTimes,
    private readonly curated: CuratedReplies,
  ) {}

  /** What answers each question of a message. A later one may follow up on those before it. */
  async ofMessage(message: AskedMessage): Promise<Answered[]> {
    const { text, previous, language, botName, attachments, line } = message;
    const common = { language, names: [botName], attachments, line };
    const before = [previous];
    const answers: Answered[] = [];
    for (const question of questionsOf(text)) {
      const known = [...before, question.context].filter(Boolean).join(' ') || undefined;
      const beside = [...before.slice(1), question.context].filter(Boolean).join(' ') || undefined;
      const asked = { text: question.text, previous: known, beside, ...common };
      const ended = beginStep();
      const last = answers.at(-1);
      const found = costsOf(asked, last) ?? (await this.of(asked));
      const quotes = hangsOn(last, found, language) ? [] : found;
      const shown = { question: question.text, after: known ?? null };
      ended({ kind: 'quote', ...shown, quotes: quotes.map(quotedWords) });
      answers.push({ text: question.text, previous: known, quotes });
      before.push(question.text);
    }
    return answers;
  }

  /**
   * What answers one question: the operator's own answer before all that is found; for "hours and
   * prices" what answers each of the two.
   */
  async of(asked: AskedQuestion): Promise<Quote[]> {
    const curated = await this.curated.find(asked.text, asked.language, asked.line);
    if (curated)
      return [{ by: 'curated', text: curated.text, passages: [curated], rank: 1, sure: true }];
    const whole = await this.one(asked);
    if (whole.some(saysAll)) return whole;
    const subjects = subjectsOf(asked.text);
    if (subjects.length < 2) return whole;
    const each = await Promise.all(subjects.map((text) => this.one({ ...asked, text })));
    const isOne = asksOnlyWhich(subjects[0]) && speaksOfEach(whole, each);
    return each.every(({ length }) => length) && !isOne ? each.flat() : whole;
  }

  private async one(asked: AskedQuestion): Promise<Quote[]> {
    const hours = await this.openingTimes.answer(asked);
    if (hours) return [quoteOfHours(hours)];
    if (asksPriceList(asked.text, asked.language)) {
      const list = await priceList(this.knowledge, asked.language, asked.line);
      if (list.length) return list;
    }
    const quotes = await this.found(asked);
    const coming = quotes.length ? undefined : await this.openingTimes.ofComing(asked);
    if (coming) return [quoteOfHours(coming)];
    return Promise.all(quotes.map((one) => this.ofDay(one, asked)));
  }

  /** Of a quote that tells days, what it says of a near day that is asked for, below that day's name. */
  private async ofDay(quote: Quote, asked: AskedQuestion): Promise<Quote> {
    const lead = await this.openingTimes.leadTo(asked);
    if (!lead || !this.openingTimes.tellsDays(quote.text)) return quote;
    return { ...quote, lead, text: (await this.openingTimes.ofDay(quote, asked)) ?? quote.text };
  }

  /** The best quote, and those that fit as well. A price answers "how much?". */
  private async found(asked: AskedQuestion): Promise<Quote[]> {
    const { previous, language, attachments, line } = asked;
    const text = completed(asked);
    const isWhole = text === asked.text;
    const more = { beside: isWhole ? asked.beside : undefined, attachments, line };
    const found = await this.retrieval.retrieve(text, previous, language, more);
    const fit = isWhole ? found : withItsOwn(found, asked);
    const answering = bySection(fit.filter(({ aside }) => !aside));
    const quotes = await Promise.all(
      answering.map(async (passage) => {
        const all = passage.whole ?? (await this.knowledge.passages(passage.documentId));
        return quote(passage, all, text, language);
      }),
    );
    const rank = namesOnly(text, language) ? rankOfPrice : ({ rank }: Quote) => rank;
    quotes.sort((a, b) => rank(b) - rank(a));
    return withEquals(fitting(quotes, { text, previous, language }));
  }
}

/**
 * Whether what answers the whole has something of each subject. Then "which general and pilot was of Huguenot
 * descent?" asks for one thing, and isn't answered by whatever says "general".
 */
function speaksOfEach([best]: Quote[], parts: Quote[][]): boolean {
  const termsOf = (quote?: Quote) => quote?.passages[0]?.evidence?.matched ?? [];
  const said = new Set(termsOf(best).map(({ term }) => term));
  return parts.every(([part]) => termsOf(part).some(({ term }) => said.has(term)));
}

/** A quote as the trace of an answer shows it. */
function quotedWords({ by, lead, text, rank, passages }: Quote): QuotedWords {
  const places = passages.map(({ documentId, title, section, position }) => {
    return { document_id: documentId, title, section, position };
  });
  return {
    by,
    text: [lead, text].filter(Boolean).join('\n'),
    rank: Math.round(rank * 1000) / 1000,
    places,
  };
}

/** A section that was cut into several passages is one, with all that any of them has. */
function bySection(found: Found[]): Found[] {
  const sections = new Map<string, Found>();
  for (const passage of found) {
    const key = `${passage.documentId}\n${passage.section}`;
    const best = sections.get(key) ?? passage;
    const known = new Set(best.evidence.matched.map(({ term }) => term));
    const more = passage.evidence.matched.filter(({ term }) => !known.has(term));
    const matched = [...best.evidence.matched, ...more];
    const missing = best.evidence.missing.filter(
      ({ term }) => !more.some((of) => of.term === term),
    );
    sections.set(key, { ...best, evidence: { ...best.evidence, matched, missing } });
  }
  return [...sections.values()];
}

/** The best quote, and others of its document that fit as well, in the document's order. */
function withEquals([best, ...others]: Quote[]): Quote[] {
  if (!best) return [];
  const [{ documentId }] = best.passages;
  const equal = others.filter(
    ({ passages, rank, text }) =>
      text !== best.text &&
      passages[0].documentId === documentId &&
      passages[0].coverage >= best.passages[0].coverage &&
      rank >= EQUAL * best.rank,
  );
  return [best, ...equal].sort((a, b) => a.passages[0].position - b.passages[0].position);
}
