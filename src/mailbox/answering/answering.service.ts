import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ChatService } from '../../chat/chat.service.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { addToLog } from '../../log/context.js';
import { Channel } from '../outbox/channel.js';
import { DeliveryService } from '../outbox/delivery.service.js';
import type { Prepared, Sending } from '../outbox/outgoing.js';
import { VerdictsService } from '../outbox/verdicts.service.js';
import { answeredByChannel, wishOf } from '../consent/wish.js';
import type { Claim } from '../queue/queue.store.js';
import { Contents, NOTHING_TO_SAY } from './contents.js';
import { DayLimits } from './day-limits.js';
import { type Ask, FormsService } from './forms.service.js';
import { interruption } from './interruption.js';
import { MediaNotes } from './media.js';
import { rateLimit, type RateLimited } from './rate-limit.js';
import { newlyHeard, ReadingService } from './reading.js';
import { Runs } from './runs.js';
import { Signals } from '../queue/signals.js';
import { isStored } from '../turns/first-attempt.js';
import { TurnStore } from '../turns/turn.store.js';
import type { Draft, Work } from '../turns/work.js';

/** An answer is generated again at most so often because more messages came in. */
const MOST_RESTARTS = 2;

/** An answer that was stored. */
export interface Kept {
  draft: Draft;
  /** Its first attempt, where that was recorded with it: the request is to leave now. */
  begun?: Sending;
}

/** One attempt to generate and store an answer. */
interface AnswerAttempt {
  claim: Claim;
  work: Work;
  config: BotConfig;
  share: RateLimited;
  /** When the time budget of the whole turn ends, in milliseconds since 1970. */
  ends: number;
  /** The last attempt isn't aborted by new messages: those belong to the next turn. */
  last: boolean;
  /** Aborts when the answer is outdated before it is made, or the visit ends. */
  abort: AbortSignal;
  /** The goes at this answer, of which this attempt is the latest. */
  runs: Runs;
  /** Shows the sender of this message that an answer is being made: once a turn. */
  showTyping: (messageId: string) => void;
}

/** Makes one stored answer of the messages that wait in a mailbox. */
@Injectable()
export class AnsweringService {
  private readonly contents: Contents;

  constructor(
    private readonly turns: TurnStore,
    private readonly chat: ChatService,
    private readonly forms: FormsService,
    private readonly config: BotConfigService,
    private readonly channel: Channel,
    private readonly delivery: DeliveryService,
    private readonly verdicts: VerdictsService,
    private readonly reading: ReadingService,
    private readonly notes: MediaNotes,
    private readonly dayLimits: DayLimits,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {
    this.contents = new Contents(channel);
  }

  /**
   * Answers the first waiting messages, at most `most` of them, as one turn. Messages that arrive
   * meanwhile join the turn: the generation is aborted, or not begun while media are read, and starts
   * again with all of them, twice at most, within one time budget (LLM_TIMEOUT_MS), beside which
   * media are read. Returns the answer when it was stored. Returns undefined when the claim is lost,
   * when `signal` aborts, when a person has replied meanwhile, because the reply is sent first, when
   * the sender wants no more messages, and when a voice note was heard: what it says may be such a
   * wish, which comes before any answer. Throws what the store throws.
   */
  async answer(
    claim: Claim,
    first: Work,
    signal: AbortSignal,
    most?: number,
  ): Promise<Kept | undefined> {
    const config = await this.config.current(first.line);
    let ends = this.clock.now() + config.llmTimeoutMs;
    const showTyping = once((messageId: string) => void this.channel.typing(messageId, first.line));
    const runs = new Runs(this.clock);
    let work: Work | null = first;
    for (let restarts = 0; work && !signal.aborted; restarts++) {
      const waiting = work.waiting.filter((message) => !answeredByChannel(message));
      const within = rateLimit(waiting, work.window, config.rateLimitPerMinute, most);
      const share = await this.dayLimits.of(within, claim.conversationId, config);
      const last = restarts >= MOST_RESTARTS || most !== undefined;
      const { abort, forget } = interruption(this.signals, claim, last ? undefined : work, signal);
      try {
        runs.begin();
        const { limited, messages } = share;
        const read = limited ? messages : await this.reading.read(claim, messages, config, signal);
        // Without what its media say, a message would be taken for one that says nothing.
        if (signal.aborted || newlyHeard(messages, read)) return undefined;
        share.messages = read;
        ends += runs.ms;
        const attempt = { claim, work, config, share, ends, last, abort, runs, showTyping };
        const result = await this.attempt(attempt, signal);
        if (result !== 'outdated') return result === 'lost' ? undefined : result;
        runs.interrupt();
      } finally {
        forget();
      }
      work = await this.turns.open(claim);
      // Meanwhile a person has replied, or somebody wants no more messages: that comes first.
      if (work?.turn || work?.waiting.some((message) => wishOf(message) === 'stop'))
        return undefined;
    }
    return undefined;
  }

  private async attempt(
    attempt: AnswerAttempt,
    signal: AbortSignal,
  ): Promise<Kept | 'outdated' | 'lost'> {
    const { share, config, runs } = attempt;
    const content = share.limited
      ? this.contents.limited(share, config)
      : await this.generate(attempt);
    if (!content) return signal.aborted ? 'lost' : 'outdated';
    const turnId = randomUUID();
    addToLog({ turn_id: turnId });
    const draft = { ...content, turnId, ...coverage(attempt), runs: runs.answered() };
    return this.keep(attempt, draft, signal);
  }

  /** Stores an answer, with its first attempt where it may go out at once. */
  private async keep({ claim, work }: AnswerAttempt, draft: Draft, signal: AbortSignal) {
    const first = draft.parts.length ? await this.delivery.prepare(claim, work) : undefined;
    const told = { ...this.signals.acknowledgements.with(draft), first };
    const stored = await this.turns
      .answer(claim, told)
      .catch((error: unknown) => this.notKept(claim, error, signal, first));
    if (!isStored(stored)) return stored;
    this.signals.send('answered', claim.conversationId, draft.turnId);
    return { draft, ...(first && stored !== 'stored' && { begun: { ...first, ...stored } }) };
  }

  /** The store may have taken the answer all the same, and with it an attempt that never leaves. */
  private notKept(claim: Claim, error: unknown, signal: AbortSignal, first?: Prepared) {
    if (first) return this.verdicts.notBegun(claim, first.id, error, signal);
    throw error;
  }

  /** Returns undefined when a new message, a person's reply or the visit's end aborted it. */
  private async generate(attempt: AnswerAttempt) {
    const { claim, work, config, share, ends, abort, runs, showTyping } = attempt;
    if (abort.aborted) return undefined;
    const limits = { signal: abort, budgetMs: Math.max(0, ends - this.clock.now()) };
    const ask: Ask = async (question, about) => {
      showTyping(share.messages.at(-1)!.id);
      const [{ conversationId }, { line, earlier }] = [claim, work];
      const options = { ...limits, about, messages: share.messages, earlier, line };
      const reply = await this.chat.generateResponse(question, conversationId, 'whatsapp', options);
      runs.asked(reply.trace.timings);
      return reply;
    };
    try {
      const answer = await this.forms.reply(share.messages, config, ask);
      const reply = await this.notes.joinedTo(answer, share.messages, config);
      return reply ? this.contents.of(reply, config) : NOTHING_TO_SAY;
    } catch (error) {
      if (abort.aborted) return undefined;
      throw error;
    }
  }
}

/** Returns which messages the turn covers, and how many the attempt knew of. */
function coverage({ work, share, last }: AnswerAttempt) {
  return {
    covers: share.messages.map(({ id }) => id),
    seen: work.waitingInAll,
    evenIfOutdated: last || share.limited,
    limited: share.limited,
    window: share.window,
  };
}

function once<T>(act: (given: T) => void): (given: T) => void {
  let done = false;
  return (given) => {
    if (!done) act(given);
    done = true;
  };
}
