import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ChatService } from '../../chat/chat.service.js';
import type { Reply } from '../../chat/reply.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { addToLog } from '../../log/context.js';
import { Channel } from '../outbox/channel.js';
import { answeredByTwilio } from '../consent/consent.js';
import type { Claim } from '../queue/queue.store.js';
import { limitNotice } from './notice.js';
import { questionOf } from './question.js';
import { rateLimit, type RateLimited } from './rate-limit.js';
import { Signals } from '../queue/signals.js';
import { TurnStore } from '../turns/turn.store.js';
import type { Draft, Work } from '../turns/work.js';

/** How often an answer is begun anew because more came in. */
const MOST_RESTARTS = 2;

type Stored = Awaited<ReturnType<TurnStore['answer']>>;

/** One try at an answer. */
interface Try {
  claim: Claim;
  work: Work;
  config: BotConfig;
  share: RateLimited;
  /** Milliseconds since 1970: when the budget of the whole turn ends. */
  ends: number;
  /** What comes in from now on is the next turn's. */
  last: boolean;
}

/** Turns what waits in a mailbox into one stored answer. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly turns: TurnStore,
    private readonly chat: ChatService,
    private readonly config: BotConfigService,
    private readonly channel: Channel,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the first waiting messages (at most `most`) as one turn; true when it was stored. What
   * arrives meanwhile joins it: the generation is aborted and begun again with all of it, twice at
   * most, inside one time budget. A person's reply ends it: the caller sends that and comes back.
   * Nothing is stored after `signal` aborted.
   */
  async answer(claim: Claim, first: Work, signal: AbortSignal, most?: number): Promise<boolean> {
    const config = await this.config.current();
    const ends = this.clock.now() + config.llmTimeoutMs;
    let work: Work | null = first;
    for (let restarts = 0; work && !signal.aborted; restarts++) {
      const waiting = work.waiting.filter((message) => !answeredByTwilio(message));
      const share = rateLimit(waiting, work.window, config.rateLimitPerMinute, most);
      const last = restarts >= MOST_RESTARTS || most !== undefined;
      const result = await this.attempt({ claim, work, config, share, ends, last }, signal);
      if (result !== 'outdated') return result === 'stored';
      work = await this.turns.open(claim);
      // What a person has written meanwhile goes first.
      if (work?.turn) return false;
    }
    return false;
  }

  private async attempt(attempt: Try, signal: AbortSignal): Promise<Stored> {
    const { claim, share } = attempt;
    const content = share.limited ? this.limited(attempt) : await this.generate(attempt, signal);
    if (!content) return signal.aborted ? 'lost' : 'outdated';
    const turnId = randomUUID();
    addToLog({ turn_id: turnId });
    const draft = { ...content, turnId, ...coverage(attempt) };
    const result = await this.turns.answer(claim, draft);
    if (result === 'stored') this.signals.send('answered', claim.conversationId, turnId);
    return result;
  }

  /** Over the limit: no model call, and one notice a window. */
  private limited({ share, config }: Try): Pick<Draft, 'answer' | 'parts' | 'outcome'> {
    if (!share.notice) return { parts: [], outcome: 'limited' };
    const answer = limitNotice(share.messages[0].text, config.language);
    return { answer, parts: this.parts(answer) };
  }

  /** Nothing when it was aborted: by who joins or by a person's reply, or by `signal`. */
  private async generate(attempt: Try, signal: AbortSignal) {
    const { claim, config, share, ends } = attempt;
    const { abort, forget } = this.interruption(attempt, signal);
    const limits = { signal: abort, budgetMs: Math.max(0, ends - this.clock.now()) };
    const { conversationId } = claim;
    try {
      const question = questionOf(share.messages);
      const reply = this.chat.generateResponse(question, conversationId, 'whatsapp', limits);
      return this.content(await reply, config);
    } catch (error) {
      if (abort.aborted) return undefined;
      throw error;
    } finally {
      forget();
    }
  }

  /** What aborts it, until `forget` is called. The last try waits for nobody who joins. */
  private interruption({ claim, work, last }: Try, signal: AbortSignal) {
    if (last) return { abort: signal, forget: () => undefined };
    const arrival = new AbortController();
    const seen = new Set(work.waiting.map(({ id }) => id));
    const { conversationId } = claim;
    const forget = [
      this.signals.on('arrived', conversationId, (id) => seen.has(id) || arrival.abort()),
      this.signals.on('replied', conversationId, () => arrival.abort()),
    ];
    return {
      abort: AbortSignal.any([signal, arrival.signal]),
      forget: () => forget.forEach((stop) => stop()),
    };
  }

  /** An answer that leaves nothing to send, such as an empty table, is as good as none. */
  private content({ text, mode, sources, error }: Reply, { fallbackMessage }: BotConfig) {
    const parts = this.parts(text);
    if (parts.length) return { answer: text, mode, sources, error, parts };
    const instead = { answer: fallbackMessage, mode: 'fallback', error: 'empty answer' };
    return { ...instead, parts: this.parts(fallbackMessage) };
  }

  private parts(answer: string): Draft['parts'] {
    return this.channel.parts(answer).map((body) => ({ id: randomUUID(), body }));
  }
}

/** Which messages it answers, and what it knew of when it did. */
function coverage({ work, share, last }: Try) {
  return {
    covers: share.messages.map(({ id }) => id),
    seen: work.waitingInAll,
    evenIfOutdated: last || share.limited,
    limited: share.limited,
    window: share.window,
  };
}
