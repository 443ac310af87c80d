import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Earlier } from '../../chat/messages/earlier.js';
import type { Message } from '../../chat/messages/message.js';
import { kept } from '../../chat/trace/kept.js';
import { outcome } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { offerIn } from '../../intent/offer.js';
import { FormerOptOuts } from './former-opt-outs.js';
import { Channel } from '../outbox/channel.js';
import {
  answeredByChannel,
  confirmation,
  confirmationLanguage,
  wishOf,
  type Wish,
} from './wish.js';
import type { Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import { TurnStore } from '../turns/turn.store.js';
import { UnansweredService } from '../turns/unanswered.service.js';
import { type Draft, endingDraft, type Work } from '../turns/work.js';

/** The sender's language is guessed from so many of the latest messages. */
const EARLIER = 12;
const HOUR_MS = 3_600_000;

/** Opts senders out and in again, as they ask for it: with STOP and START, or in a sentence. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly turns: TurnStore,
    private readonly unanswered: UnansweredService,
    private readonly config: BotConfigService,
    private readonly channel: Channel,
    private readonly signals: Signals,
    private readonly former: FormerOptOuts,
  ) {}

  /**
   * Looks for a wish for no more messages among those that wait. It opts the sender out, cancels the
   * unsent parts and ends the messages before it. For a sender who has opted out already, it cancels
   * turns that came in since, from a merged conversation for example. Call it before anything is
   * sent. Returns the mailbox as it is afterwards, or null when the claim is lost.
   */
  async applyWish(claim: Claim, work: Work): Promise<Work | null> {
    if (await this.hadOptedOut(work, claim)) return this.turns.open(claim);
    const stop = work.optedOut ? -1 : await this.stopIn(work);
    if (stop >= 0) await this.confirm(claim, work, stop, 'stop');
    else if (work.optedOut && work.turn && !work.turn.endsAs) await this.turns.cancel(claim);
    else return work;
    return this.turns.open(claim);
  }

  /** Whether somebody who is new here had opted out before they were erased: then that counts still. */
  private async hadOptedOut({ optedOut, turn, earlier }: Work, claim: Claim): Promise<boolean> {
    if (optedOut || turn || earlier.messages.length) return false;
    return this.former.restore(claim.conversationId);
  }

  /** Which of the waiting messages opts out: by itself, or as a yes to the bot's question. */
  private async stopIn({ waiting, earlier, now, line }: Work): Promise<number> {
    const stop = waiting.findIndex((message) => wishOf(message) === 'stop');
    if (stop >= 0 || !waiting.length) return stop;
    const last = latestOf(earlier).findLast(({ role }) => role === 'assistant');
    if (!last || offerIn(last.text) !== 'opt-out') return -1;
    const { historyHours } = await this.config.current(line);
    if (last.createdAt <= now - historyHours * HOUR_MS) return -1;
    const agrees = (message: Message) => wishOf(message, { offered: 'opt-out' }) === 'stop';
    const answers = await Promise.all(waiting.map((message) => this.mayAnswer(message, last)));
    return waiting.findIndex((message, at) => answers[at] && agrees(message));
  }

  /** A reply or a reaction to another message than this one doesn't answer it. */
  private async mayAnswer({ details }: Message, { turnId }: Message): Promise<boolean> {
    if (!details?.repliedTo) return true;
    const [turn] = turnId ? await this.turns.find([turnId]) : [];
    return !!turn?.parts.some(({ sid }) => sid === details.repliedTo);
  }

  /** Opts a sender in who wants messages again. The messages before that end as `opted_out`. */
  async whileOptedOut(claim: Claim, work: Work): Promise<void> {
    const start = work.waiting.findIndex(
      (message) => wishOf(message, { optedOut: true }) === 'start',
    );
    if (start === 0) return this.confirm(claim, work, 0, 'start');
    const before = start < 0 ? work.waiting : work.waiting.slice(0, start);
    await this.unanswered.end(claim, work, before, 'opted_out');
  }

  /** Stores the turn that confirms the wish. It covers the messages up to the one at `at`. */
  private async confirm(claim: Claim, work: Work, at: number, wish: Wish): Promise<void> {
    const covered = work.waiting.slice(0, at + 1);
    const out = wish === 'stop';
    const draft: Draft = {
      ...endingDraft(work, covered, out ? 'opted_out' : 'answered'),
      ...(await this.confirmation(covered, work, wish)),
      ...(out && { endsAs: 'opted_out' }),
      optOut: out,
      consent: saidIn(covered.at(-1)!),
    };
    await this.turns.answer(claim, this.signals.acknowledgements.with(draft));
    this.signals.send('answered', claim.conversationId, draft.turnId);
  }

  /**
   * Returns what answers the last of these messages. It is nothing where Twilio has confirmed the
   * wish itself, see https://www.twilio.com/docs/messaging/features/opt-out.
   */
  private async confirmation(
    messages: Message[],
    { earlier, line }: Work,
    wish: Wish,
  ): Promise<Pick<Draft, 'answer' | 'parts' | 'trace'>> {
    const message = messages.at(-1)!;
    if (answeredByChannel(message)) return { parts: [] };
    const config = await this.config.current(line);
    const said = [...latestOf(earlier), ...messages.slice(0, -1)];
    const language = languageFor(message, said, config);
    const answer = confirmation(wish, language);
    const made = outcome(wish === 'stop' ? 'opt_out' : 'opt_in');
    return {
      answer,
      trace: kept(traceOf(made), config),
      parts: this.channel.parts(answer).map((body) => ({ id: randomUUID(), body })),
    };
  }
}

/** What the record of consent keeps of the message that said it. */
function saidIn({ id, text, details }: Message): Draft['consent'] {
  const optOutType = details?.optOut?.toUpperCase();
  return { words: text, messageId: id, ...(optOutType && { optOutType }) };
}

/** What the sender's language is guessed from, and what the bot said last. */
function latestOf({ messages }: Earlier): Message[] {
  return messages.slice(-EARLIER);
}

function languageFor({ text }: Message, said: Message[], { language }: BotConfig) {
  const theirs = said.filter(({ role }) => role === 'user').reverse();
  return confirmationLanguage(
    text,
    theirs.map((message) => message.text),
    language,
  );
}
