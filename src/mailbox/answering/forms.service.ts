import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../../chat/conversation.js';
import { asRead, type Message, type MessageKind } from '../../chat/messages/message.js';
import type { Reply } from '../../chat/reply.js';
import type { BotConfig } from '../../config/bot-config.js';
import { intentOf } from '../../intent/intent.js';
import { offerIn } from '../../intent/offer.js';
import { wordsOf } from '../../language/language.js';
import type { Words } from '../../language/words.js';
import { AboutService } from './about.service.js';
import { inWords } from './media.js';

type Sentence = Exclude<keyof Words['kinds'], 'wayThere'>;

/** Kinds that must not be passed over, whatever else is said; after `offered` a person is offered. */
const TOLD: Partial<Record<MessageKind, { say: Sentence; offered?: true }>> = {
  contact: { say: 'contact', offered: true },
  flow: { say: 'flow', offered: true },
  lost: { say: 'lost' },
  unsupported: { say: 'unreadable' },
  unknown: { say: 'unreadable' },
};

/** Kinds whose text, if any, asks nothing. */
const ASKS_NOTHING = new Set<MessageKind | undefined>(['reaction', 'order', 'flow']);

/** Asks the chat. `about`: what the question is about, see `ChatOptions`. */
export type Ask = (question: string, about: Message[]) => Promise<Reply>;

/** A turn's messages, and what is known when their answer is made. */
interface Heard {
  messages: Message[];
  asking: Message[];
  about: Message[];
  words: Words;
  config: BotConfig;
}

/**
 * Answers messages of every form. What can be asked in words is asked of the chat; a message that asks
 * nothing gets the sentence of its kind, and is never searched.
 */
@Injectable()
export class FormsService {
  constructor(private readonly about: AboutService) {}

  /** The reply to a turn's messages; undefined when nothing is to be said, as to a reaction. */
  async reply(messages: Message[], config: BotConfig, ask: Ask): Promise<Reply | undefined> {
    const heard = await this.hear(messages.map(asRead), config);
    const answer = await answerTo(heard, ask);
    const notes = notesOn(heard, answer === undefined);
    if (answer) return { ...answer, ...joined([...notes, answer.text], heard) };
    const ordered = heard.messages.some(({ details }) => details?.kind === 'order');
    const alone = notes.length || ordered ? undefined : aloneOf(heard);
    const said = joined([...notes, ...(alone ? [alone] : [])], heard);
    return said.text ? { mode: 'extractive', sources: [], timings: {}, ...said } : undefined;
  }

  private async hear(messages: Message[], config: BotConfig): Promise<Heard> {
    const plain = messages.every(({ details = {} }) => !needsPast(details));
    const history = plain ? [] : await this.about.history(messages[0].conversationId);
    const about = await this.about.of(messages, history);
    const text = messages.map((message) => message.text).join('\n');
    const words = wordsOf(replyLanguage(text, [...history, ...about], config.language));
    const reactions = messages.map((message) => this.answersOffer(message, history));
    const answers = await Promise.all(reactions);
    const asking = messages.filter((message, at) => answers[at] || isAsking(message));
    return { messages, asking, about, words, config };
  }

  /** Whether a reaction says yes or no to what the bot has just offered: 👍 does as a message, too. */
  private async answersOffer({ text, details }: Message, history: Message[]): Promise<boolean> {
    const last = history.at(-1);
    const offered =
      details?.kind === 'reaction' && last?.role === 'assistant' && offerIn(last.text);
    if (!offered) return false;
    const to = details.repliedTo && (await this.about.exchangeOf(details.repliedTo, history));
    if (to && !to.some(({ id }) => id === last.id)) return false;
    return ['yes', 'no'].includes(intentOf(text, { offered }).kind);
  }
}

/** The history is read for what needs it only: most messages are plain text. */
function needsPast({ kind, repliedTo, referral }: NonNullable<Message['details']>): boolean {
  return !!(kind || repliedTo || referral);
}

function isAsking({ text, details = {} }: Message): boolean {
  if (ASKS_NOTHING.has(details.kind)) return false;
  return !details.kind || text.trim() !== '';
}

/** The chat's answer to what is asked; undefined when nothing is. */
async function answerTo({ messages, asking, about, words }: Heard, ask: Ask) {
  if (asking.length) return ask(questionOf(asking), about);
  const kinds = messages.map(({ details }) => details?.kind);
  // A chat that is opened is greeted, and who sends where they are wants to get here.
  if (kinds.includes('location')) {
    const way = await ask(words.kinds.wayThere, about);
    if (way.sources.length) return way;
    return { ...way, text: `${words.kinds.location} ${words.offers.person}` };
  }
  const [hello] = words.phrases.greeting.split('|');
  return kinds.includes('welcome') ? ask(hello, about) : undefined;
}

/** The messages as the model reads them: as one user message, with a line for each. */
function questionOf(messages: Message[]): string {
  return messages.map((message) => message.text || inWords(message)).join('\n');
}

/** What the sender is told besides an answer: each sentence once. */
function notesOn({ messages, words }: Heard, alone: boolean): string[] {
  const told = messages.map(({ details }) => details?.kind && TOLD[details.kind]);
  const notes = new Set(told.filter((one) => one !== undefined).map(({ say }) => words.kinds[say]));
  if (messages.some(({ details }) => details?.readUpTo !== undefined))
    notes.add(words.kinds.tooLong);
  if (!alone || !told.some((one) => one?.offered)) return [...notes];
  return [[...notes].join('\n\n') + ` ${words.offers.person}`];
}

/** The sentence for what needs none beside another. */
function aloneOf({ messages, words, config }: Heard): string | undefined {
  const kinds = messages.map(({ details }) => details?.kind);
  if (kinds.includes('sticker')) return config.stickerMessage ?? words.kinds.sticker;
  return kinds.includes('empty') ? words.kinds.empty : undefined;
}

/** The blocks as one text. An order goes to a person, which is said last. */
function joined(blocks: string[], { messages, words }: Heard): Pick<Reply, 'text' | 'handover'> {
  const ordered = messages.some(({ details }) => details?.kind === 'order');
  if (!ordered) return { text: blocks.join('\n\n') };
  const handover = `${words.kinds.order} ${words.handover.asked}`;
  return { text: [...blocks, handover].join('\n\n'), handover: true };
}
