import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import type { Passage } from '../knowledge/search/passage.js';
import { wordsOf } from '../language/language.js';
import { forModel, previousQuestions } from './conversation.js';
import { CuratedReplies } from './curated-replies.js';
import { isQuestion, questionsOf } from './extractive/questions.js';
import { ChatModel } from './llm/chat-model.js';
import { shownOf } from './llm/evidence.js';
import { guard, type Guarded } from './llm/guard.js';
import { type Briefing, rules, systemMessage } from './llm/prompt.js';
import { BusinessTime, promptLine } from './now/business-time.js';
import { OpeningTimes } from './now/opening-times.js';
import { Retrieval } from './retrieval.js';
import { smallTalk } from '../intent/small-talk.js';
import type { Turn } from './turn.js';
import { saysNothing } from './unknown.js';

/** Passages that a model reads for a question: more of them distract it. */
const PASSAGES = 4;

/** What a model wrote, and from what. */
export interface Written {
  text: string;
  /** None where it says that it doesn't know. */
  used: Passage[];
  /** Why it must not be sent. */
  guarded?: Guarded;
}

/** Answers with a model, from what was found for a message, and holds its answer against that. */
@Injectable()
export class WrittenAnswers {
  constructor(
    private readonly curated: CuratedReplies,
    private readonly retrieval: Retrieval,
    private readonly knowledge: KnowledgeService,
    private readonly model: ChatModel,
    private readonly time: BusinessTime,
    private readonly openingTimes: OpeningTimes,
  ) {}

  /** Whether a model is configured. */
  get possible(): boolean {
    return this.model.configured;
  }

  /**
   * The model's answer to every question of a message. What the operator answered to one of them comes
   * in the place of what the documents say of it. Undefined where the documents say nothing of a first
   * question: then no model is asked. Throws `BudgetExceeded`, a `ModelError`, and the
   * store's error.
   */
  async answer(turn: Turn): Promise<Written | undefined> {
    const { text, history, language, config, budget } = turn;
    const previous = previousQuestions(history);
    const found = await budget.stage('retrieval', () =>
      Promise.all(
        questionsOf(text).map(async (question): Promise<Passage[]> => {
          const curated = await this.curated.find(question.text, language);
          if (curated) return [curated];
          const before = [previous, question.context].filter(Boolean).join(' ') || undefined;
          const names = [config.botName];
          const asked = { text: question.text, previous: before, language, names };
          const hours = await this.openingTimes.answer(asked);
          if (hours) return [onHours(hours)];
          const found = await this.retrieval.retrieve(question.text, before, language);
          return found.slice(0, PASSAGES);
        }),
      ),
    );
    const passages = inTurn(found);
    if (!passages.length && (await this.isForNobody(turn))) return undefined;
    return this.from(passages, turn);
  }

  /**
   * Whether a first question is asked that no document says anything of. A small model would answer it
   * from nowhere, whatever its prompt says.
   */
  private async isForNobody({ text, history }: Turn): Promise<boolean> {
    const asks = isQuestion(text) && !smallTalk(text) && !history.length;
    return asks && !(await this.knowledge.isEmpty());
  }

  /** The model's answer from nothing but these passages. Throws as `answer` does. */
  async from(found: Passage[], turn: Turn): Promise<Written> {
    const passages = shownOf(found, await this.documentsOf(found));
    const { said, summary, language, config, budget } = turn;
    const now = promptLine(await this.time.current());
    const briefing: Briefing = { ...config, language, passages, now, summary };
    const system = systemMessage(briefing);
    const messages = [...forModel(turn), { role: 'user' as const, text: said }];
    const answer = await budget.stage('model', (signal) =>
      this.model.answer(system, messages, signal, config.chatModel),
    );
    const read = passages.map(({ passage }) => passage).filter(({ documentId }) => documentId);
    const used = saysNothing(answer) ? [] : read;
    return { text: answer, used, guarded: guard(answer, grounds(turn, briefing), language) };
  }

  private async documentsOf(found: Passage[]): Promise<Map<string, Passage[]>> {
    const ids = [...new Set(found.map(({ documentId }) => documentId))];
    const all = await Promise.all(ids.map((id) => this.knowledge.passages(id)));
    return new Map(ids.map((id, at) => [id, all[at]] as const).filter(([, of]) => of.length));
  }
}

/** What is said of the asked day, as the passage that the model reads: it can't reckon with days. */
function onHours({ text, used: [first] }: { text: string; used: Passage[] }): Passage {
  const found = { score: 1, coverage: 1, relevance: 1 };
  const evidence = { words: 1, matched: [], missing: [] };
  const place = first ?? { documentId: '', title: '', section: '', position: 0 };
  // A heading of its own keeps the section's other days away from the model.
  const section = [place.section, 'on the asked day'].filter(Boolean).join(' > ');
  return { ...place, ...found, evidence, section, text };
}

/** The best passages of each question, then the second of each: none of them shall have no room. */
function inTurn(found: Passage[][]): Passage[] {
  const places = Math.max(0, ...found.map(({ length }) => length));
  const all = Array.from({ length: places }, (_, at) => found.flatMap((of) => of[at] ?? []));
  return [...new Map(all.flat().map((one) => [`${one.documentId}#${one.position}`, one])).values()];
}

/** What an answer may state. */
function grounds(turn: Turn, briefing: Briefing) {
  const { text, summary } = turn;
  const { systemPrompt, botName, language, passages, now = '' } = briefing;
  const { unknown, declined } = wordsOf(language);
  const heard = forModel(turn);
  const said = (role: string) => heard.filter((one) => one.role === role).map((one) => one.text);
  const read = passages.flatMap(({ passage: { title, section }, text }) => [title, section, text]);
  return {
    passages: read,
    earlier: said('assistant'),
    business: [systemPrompt, now, botName, 'WhatsApp', unknown, declined],
    sender: [...(summary ? [summary.text] : []), ...said('user'), turn.said],
    courtesy: smallTalk(text) !== undefined,
    rules: rules(botName),
    systemPrompt,
  };
}
