import { randomUUID } from 'node:crypto';
import { choicesIn } from '../../intent/choices.js';
import type { Reply } from '../../chat/reply.js';
import { kept } from '../../chat/trace/kept.js';
import { outcome, passingOn } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { Channel } from '../outbox/channel.js';
import type { Content, Draft } from '../turns/work.js';
import { limitNotice } from './notice.js';
import type { RateLimited } from './rate-limit.js';

/** What is stored of an answer, whatever it covers. */
type Stored = Omit<Content, 'turnId' | 'limited' | 'made'> & Pick<Draft, 'handover'>;

/** What is stored of messages that need no answer, such as a reaction. */
export const NOTHING_TO_SAY: Stored = { parts: [], outcome: 'answered' };

/** Makes what is stored, and sent, of a reply. */
export class Contents {
  constructor(private readonly channel: Channel) {}

  /** The notice for messages over the limit, or nothing if this window, or the day, had its notice. */
  limited({ notice, messages }: RateLimited, config: BotConfig): Stored {
    if (!notice) return { parts: [], outcome: 'limited' };
    const answer = limitNotice(messages[0].text, config.language, notice);
    const trace = kept(traceOf(outcome('limited')), config);
    return { answer, parts: this.parts(answer), trace };
  }

  /**
   * What is stored of a reply. The fallback message takes the place of an answer that leaves nothing to
   * send, such as an empty table.
   */
  of(
    { text, mode, sources, usage, error, sourceLine, handover, trace }: Reply,
    config: BotConfig,
  ): Stored {
    if (this.parts(text).length) {
      // Below the answer, not in it: the model reads its own answers again, and would imitate it.
      const sent = this.parts(sourceLine ? `${text}\n\n_${sourceLine}_` : text);
      const parts = withChoices(sent, text, config);
      const made = { answer: text, mode, sources, usage, error, handover };
      const whole = { ...trace, outcome: passingOn(trace.outcome, handover) };
      return { ...made, parts, trace: kept(whole, config) };
    }
    const { fallbackMessage } = config;
    const instead = { answer: fallbackMessage, mode: 'fallback', usage, error: 'empty answer' };
    const made = outcome('fallback', { why: 'nothing_to_send', error: instead.error });
    const parts = this.parts(fallbackMessage);
    const told = { ...trace, outcome: passingOn(made, handover) };
    return { ...instead, parts, handover, trace: kept(told, config) };
  }

  private parts(answer: string): Content['parts'] {
    return this.channel.parts(answer).map((body) => ({ id: randomUUID(), body }));
  }
}

/** What the answer offers can be tapped below its last part. */
function withChoices(parts: Content['parts'], answer: string, { replyButtons }: BotConfig) {
  const content = replyButtons === 'on' ? choicesIn(answer) : undefined;
  if (!content) return parts;
  return parts.map((part, at) => (at === parts.length - 1 ? { ...part, content } : part));
}
