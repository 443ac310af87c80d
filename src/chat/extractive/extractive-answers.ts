import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { type Language, wordsOf } from '../../language/language.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { isFollowUp } from '../conversation.js';
import { CuratedReplies } from '../curated-replies.js';
import { Retrieval } from '../retrieval.js';
import { smallTalk, smallTalkLine } from '../small-talk.js';
import { isOffTopic } from './off-topic.js';
import { questionsOf, subjectsOf } from './questions.js';
import { asksMoney, type Quote, quote, tellsMoney } from './quote.js';

/** Topics that are listed when the bot says what it can help with. */
const TOPICS = 6;
/** The least share of the best passage's score with which another document's is quoted beside it. */
const EQUAL = 0.9;

/** A message, and what its answer without a model depends on. */
export interface Asked {
  text: string;
  /** The questions that this message may follow up on. */
  previous?: string;
  language: Language;
  botName: string;
  /** What the bot can help with was told just before: once is enough. */
  brief?: boolean;
}

/** An answer without a model, and the passages that it quotes. */
export interface Extract {
  text: string;
  used: Passage[];
}

/** Answers without a model: with the documents' own words, or with "I don't have that". */
@Injectable()
export class ExtractiveAnswers {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly retrieval: Retrieval,
    private readonly curated: CuratedReplies,
  ) {}

  /** Answers every question of a message. Throws the store's error while no document could be read. */
  async answer(asked: Asked): Promise<Extract> {
    const kind = smallTalk(asked.text);
    if (kind) {
      const line = smallTalkLine(kind, asked.language, asked.botName);
      const opens = kind === 'greeting' || kind === 'help';
      return { text: opens ? line + (await this.canHelp(asked)) : line, used: [] };
    }
    const questions = questionsOf(asked.text);
    const answers = await Promise.all(
      questions.map(async ({ text, context }) => {
        const previous = [asked.previous, context].filter(Boolean).join(' ') || undefined;
        return { text, quotes: await this.quotes({ ...asked, text, previous }) };
      }),
    );
    if (answers.every(({ quotes }) => !quotes.length)) return this.unknown(asked);
    return joined(answers, asked.language);
  }

  /** What answers one question; for "hours and prices" what answers each of the two. */
  private async quotes(asked: Asked): Promise<Quote[]> {
    const curated = await this.curated.find(asked.text, asked.language);
    if (curated) return [{ heading: '', text: curated.text, passage: curated }];
    const whole = await this.best(asked);
    if (whole[0]?.passage.coverage >= 1) return whole;
    const subjects = subjectsOf(asked.text);
    if (subjects.length < 2) return whole;
    const each = await Promise.all(subjects.map((text) => this.best({ ...asked, text })));
    return each.every(({ length }) => length) ? each.flat() : whole;
  }

  /** The first passage that answers, and those that fit as well. A price answers "how much?". */
  private async best({ text, previous, language }: Asked): Promise<Quote[]> {
    const found = await this.retrieval.retrieve(text, previous, language);
    const quotes = await Promise.all(
      found
        .filter(({ aside }) => !aside)
        .map(async (passage) => {
          const all = await this.knowledge.passages(passage.documentId);
          return quote(passage, all, text, language);
        }),
    );
    return withEquals(fitting(quotes, text, previous));
  }

  private async unknown(asked: Asked): Promise<Extract> {
    const { unknown, declined } = wordsOf(asked.language);
    const said = isOffTopic(asked.text) ? declined : unknown;
    return { text: asked.brief ? said : said + (await this.canHelp(asked)), used: [] };
  }

  private async canHelp({ language }: Asked): Promise<string> {
    const topics = await this.knowledge.topics(language);
    if (!topics.length) return '';
    const list = topics.slice(0, TOPICS).map((topic) => `- ${topic}`);
    return `\n\n${wordsOf(language).topicsLead}\n${list.join('\n')}`;
  }
}

/** "How much?" is answered by an amount. A follow-up may go on asking for one. */
function fitting(quotes: Quote[], text: string, previous = ''): Quote[] {
  const telling = quotes.filter((quote) => tellsMoney(quote.text));
  if (asksMoney(text)) return telling;
  const goesOn = isFollowUp(text) && asksMoney(previous) && telling.length;
  return goesOn ? telling : quotes;
}

/** The best quote, and others of its document that fit as well, in the document's order. */
function withEquals([best, ...others]: Quote[]): Quote[] {
  if (!best) return [];
  const { documentId, score, relevance } = best.passage;
  const equal = others.filter(
    ({ passage, text }) =>
      text !== best.text &&
      passage.documentId === documentId &&
      passage.relevance >= relevance &&
      passage.score >= EQUAL * score,
  );
  return [best, ...equal].sort((a, b) => a.passage.position - b.passage.position);
}

interface Answered {
  text: string;
  quotes: Quote[];
}

/** All answers as one message: each quote once, under its heading. */
function joined(answers: Answered[], language: Language): Extract {
  const said = new Map<string, Quote>();
  const unknown: string[] = [];
  for (const { text, quotes } of answers) {
    for (const quote of quotes) said.set(`${quote.heading}\n${quote.text}`, quote);
    if (!quotes.length)
      unknown.push(wordsOf(language).unknownAbout(text.replace(/[¿?]/g, '').trim()));
  }
  const quoted = [...said.values()].map(({ heading, text }) =>
    heading ? `**${heading}**\n\n${text}` : text,
  );
  const used = [...said.values()].map(({ passage }) => passage);
  return { text: [...quoted, ...unknown].join('\n\n'), used };
}
