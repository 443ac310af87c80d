import { Injectable } from '@nestjs/common';
import { type Intent, type Understood, understood } from '../intent/intent.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { wordsOf } from '../language/language.js';
import { beginStep } from './trace/recorder.js';
import { topicsOf } from './topics.js';
import type { Turn } from './turn.js';
import { justSaidNothing, lastOffer } from './unknown.js';

/** What is said without a document. */
export interface Plain {
  text: string;
}

/**
 * What a message wants, after what the bot said last: yes to the offer of a person is a wish for one,
 * and yes to "no more messages?" a wish for no more.
 */
export function intentIn(said: Pick<Turn, 'text' | 'history'>): Intent {
  return understoodIn(said).intent;
}

function understoodIn({ text, history }: Pick<Turn, 'text' | 'history'>): Understood {
  const offered = lastOffer(history);
  const read = understood(text, { offered });
  const answers = read.intent.kind === 'yes' || read.intent.kind === 'no';
  if (!answers || !offered) return read;
  return { intent: read.intent.kind === 'yes' ? { kind: offered } : read.intent, by: 'offer' };
}

/** Takes down what a message was taken for, and returns that. */
function taken(
  { text, language }: Turn,
  { intent, by, probability }: Understood,
  ended: ReturnType<typeof beginStep>,
  readAs = text,
): Intent {
  const read_as = readAs === text ? null : readAs;
  const likely = { probability: probability ?? null };
  ended({ kind: 'understand', text, language, read_as, wants: intent.kind, by, ...likely });
  return intent;
}

/** Replies to what needs no document: courtesies, a no to an offer, what can't be understood. */
@Injectable()
export class PlainReplies {
  constructor(private readonly knowledge: KnowledgeService) {}

  /** What a message wants. A wish for a person and a courtesy may be misspelt; no more is read into it. */
  async intent(turn: Turn): Promise<Intent> {
    const ended = beginStep();
    const said = understoodIn(turn);
    if (said.intent.kind !== 'question') return taken(turn, said, ended);
    const { text } = await this.knowledge.mended(turn.text, turn.language, turn.config.line);
    const mended = understoodIn({ ...turn, text });
    const { kind } = mended.intent;
    return taken(turn, kind === 'person' || kind === 'courtesy' ? mended : said, ended, text);
  }

  /** What is said to a message in which nothing is asked; undefined for any other. */
  async reply(intent: Intent, turn: Turn): Promise<Plain | undefined> {
    const text = await this.line(intent, turn);
    return text === undefined ? undefined : { text };
  }

  private async line(intent: Intent, turn: Turn): Promise<string | undefined> {
    const { language, config, history } = turn;
    const { lines, offers, offerDeclined, declined, misunderstood, unreadable } = wordsOf(language);
    switch (intent.kind) {
      case 'courtesy': {
        const line = lines[intent.courtesy](config.botName);
        const opens = intent.courtesy === 'greeting' || intent.courtesy === 'help';
        return opens ? line + (await topicsOf(this.knowledge, language, config.line)) : line;
      }
      case 'correction':
        if (intent.rest) return undefined;
        // Where each message stands alone, a yes would not be understood.
        return config.historyHours ? `${misunderstood}\n\n${offers.person}` : misunderstood;
      case 'unreadable':
        return unreadable;
      case 'off-topic':
        return justSaidNothing(history)
          ? declined
          : declined + (await topicsOf(this.knowledge, language, config.line));
      // On WhatsApp a wish for no more messages has come true before it gets here; the chat API
      // sends none of its own.
      case 'no':
      case 'opt-out':
        return offerDeclined;
      default:
        return undefined;
    }
  }
}
