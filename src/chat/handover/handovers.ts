import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { LineId } from '../../config/lines/line.js';
import { type Language, wordsOf } from '../../language/language.js';
import type { Words } from '../../language/words.js';
import type { Wait, WaitingReason } from '../../sessions/handover/handover.js';
import { clockTime, instantIn, nextOpening, stateOf } from '../now/business-now.js';
import { BusinessTime } from '../now/business-time.js';
import { capitalised, dayFromNow } from '../now/day-names.js';
import { fallbackMessage } from '../reply.js';
import type { Turn } from '../turn.js';
import { withOffer } from '../unknown.js';
import { isOnceTooOften, isUnsure } from './unsure.js';

/** What is said to somebody who waits for a person from then on. */
export interface HandedOver {
  text: string;
  handover: Wait;
}

/** Says, once, that a person sees to a conversation: what happens now, and how the bot comes back. */
@Injectable()
export class Handovers {
  constructor(
    private readonly time: BusinessTime,
    private readonly clock: Clock,
  ) {}

  /**
   * The sentences, in each of these languages, and the wait that they begin. Outside the opening hours
   * of the line they say when somebody is there again; without the setting, nothing of any time.
   * `lead` stands before them, in the place of what is said of the reason.
   */
  async begin(
    reason: WaitingReason,
    voices: Language[],
    line?: LineId,
    lead?: (words: Words) => string,
  ): Promise<HandedOver> {
    const opening = await this.nextOpening(line);
    const told = voices.map((language) => {
      const words = wordsOf(language);
      const { passedOn, because, wayBack } = words.handover;
      const why = lead ? lead(words) : because[reason as keyof typeof because];
      const lines = [why, passedOn, opening?.said(language), wayBack];
      return lines.filter(Boolean).join(' ');
    });
    const promisedAt = opening?.at;
    return {
      text: told.join('\n'),
      handover: { reason, ...(promisedAt !== undefined && { promisedAt }) },
    };
  }

  /**
   * An answer that only says "I don't have that" offers a person; after `handover_unsure` such answers
   * in a row the conversation is passed on.
   */
  async unlessHelpful<T extends { text: string; used: unknown[] }>(
    answer: T,
    turn: Turn,
  ): Promise<T & Partial<HandedOver>> {
    const { history, config, language } = turn;
    if (!isUnsure(answer.text, config) || !isOnceTooOften(history, config))
      return withOffer(answer, turn);
    const handed = await this.begin('unsure', [language], config.line, ({ unknown }) => unknown);
    return { ...answer, ...handed, used: [] };
  }

  /** The fallback message, or, after as many in a row, what passes the conversation on. */
  async fallback(
    turn: Pick<Turn, 'history' | 'config' | 'language'>,
  ): Promise<{ text: string; mode: 'fallback'; handover?: Wait }> {
    const { history, config, language } = turn;
    const mode = 'fallback' as const;
    if (!isOnceTooOften(history, config)) return { text: fallbackMessage(config, language), mode };
    return { ...(await this.begin('unsure', [language], config.line)), mode };
  }

  /** Undefined while it is open, and where no hours are set. */
  private async nextOpening(line?: LineId) {
    const { now, hours } = await this.time.current(line);
    if (!hours || stateOf(now, hours).open) return undefined;
    const next = nextOpening(now, hours);
    const at = next && instantIn(this.clock.now(), now, next);
    const said = (language: Language) => {
      const { nobodyThere } = wordsOf(language).handover;
      if (!next) return nobodyThere;
      const { opensAt } = wordsOf(language).time.says;
      const opens = opensAt(dayFromNow(now, next.days, language), clockTime(next.minutes));
      return `${nobodyThere} ${capitalised(opens)}.`;
    };
    return { at, said };
  }
}
