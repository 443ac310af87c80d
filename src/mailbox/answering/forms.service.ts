import { Injectable } from '@nestjs/common';
import { replyLanguage } from '../../chat/conversation.js';
import { Handovers } from '../../chat/handover/handovers.js';
import { asRead, mayAsk, type Message, type MessageKind } from '../../chat/messages/message.js';
import type { Reply } from '../../chat/reply.js';
import { outcome } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import type { BotConfig } from '../../config/bot-config.js';
import { intentOf } from '../../intent/intent.js';
import { offerIn } from '../../intent/offer.js';
import { guessLanguage, type Language, languages, wordsOf } from '../../language/language.js';
import type { Words } from '../../language/words.js';
import { AboutService, exchange } from './about.service.js';
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

/** A reply that asks the chat nothing. */
const OF_FORM = {
  mode: 'extractive' as const,
  sources: [],
  trace: traceOf(outcome('form')),
};

/** Asks the chat. `about`: what the question is about, see `ChatOptions`. */
export type Ask = (question: string, about: Message[]) => Promise<Reply>;

/** A turn's messages, and what is known when their answer is made. */
interface Heard {
  messages: Message[];
  asking: Message[];
  about: Message[];
  /** The sender's language; all languages while nobody has shown one, as in the fallback. */
  spoken: Language[];
  voices: Words[];
  config: BotConfig;
}

/**
 * Answers messages of every form. What can be asked in words is asked of the chat; a message that asks
 * nothing gets the sentence of its kind, and is never searched.
 */
@Injectable()
export class FormsService {
  constructor(
    private readonly about: AboutService,
    private readonly handovers: Handovers,
  ) {}

  /** The reply to a turn's messages; undefined when nothing is to be said, as to a reaction. */
  async reply(messages: Message[], config: BotConfig, ask: Ask): Promise<Reply | undefined> {
    const heard = await this.hear(messages.map(asRead), config);
    const answer = await answerTo(heard, ask);
    const notes = notesOn(heard, answer === undefined);
    if (answer) return { ...answer, ...(await this.joined([...notes, answer.text], heard)) };
    const alone = notes.length || has(heard, 'order') ? undefined : aloneOf(heard);
    const said = await this.joined([...notes, ...(alone ? [alone] : [])], heard);
    return said.text ? { ...OF_FORM, ...said } : undefined;
  }

  private async hear(messages: Message[], config: BotConfig): Promise<Heard> {
    const plain = messages.every(({ details = {} }) => !needsPast(details));
    const history = plain ? [] : await this.about.history(messages[0].conversationId);
    const reactions = messages.map((message) => this.answersOffer(message, history));
    const answers = await Promise.all(reactions);
    const asking = messages.filter((message, at) => answers[at] || isAsking(message));
    const about = await this.about.of(messages, history);
    const spoken = spokenBy([...history, ...about, ...messages], config);
    const voices = spoken.map(wordsOf);
    // The bot's offer stays what was said last: a yes beside a place still answers it.
    const places = offerIn(history.at(-1)?.text ?? '') ? [] : placesIn(messages, voices[0]);
    return { messages, asking, about: [...about, ...places], spoken, voices, config };
  }

  /** The blocks as one text. An order goes to a person, which is said last. */
  private async joined(blocks: string[], heard: Heard): Promise<Pick<Reply, 'text' | 'handover'>> {
    if (!has(heard, 'order')) return { text: blocks.join('\n\n') };
    const order = ({ kinds }: Words) => kinds.order;
    const { text, handover } = await this.handovers.begin(
      'order',
      heard.spoken,
      heard.config.line,
      order,
    );
    return { text: [...blocks, text].join('\n\n'), handover };
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

function isAsking(message: Message): boolean {
  return mayAsk(message) && (!message.details?.kind || message.text.trim() !== '');
}

function spokenBy(said: Message[], { language }: BotConfig): Language[] {
  const texts = said.filter(({ role }) => role === 'user').map(({ text }) => text);
  if (language === 'auto' && !texts.some(guessLanguage)) return [...languages];
  return [replyLanguage('', said, language)];
}

/** The places with a name that were sent, as if they had been thanked for: a question may be about them. */
function placesIn(messages: Message[], { kinds }: Words): Message[] {
  return messages.flatMap((message) => {
    const { label, address } = message.details?.location ?? {};
    const place = [label, address].filter(Boolean).join(', ');
    return place ? exchange(message, place, kinds.location) : [];
  });
}

/** The chat's answer to what is asked; undefined when nothing is. */
async function answerTo(heard: Heard, ask: Ask): Promise<Reply | undefined> {
  const { asking, about, voices, config } = heard;
  const question = questionOf(asking);
  if (question) return ask(question, about);
  // Who sends where they are wants to get here, and a chat that is opened is greeted.
  if (has(heard, 'location')) return wayThere(heard, ask);
  if (!has(heard, 'welcome')) return undefined;
  const [words, ...others] = voices;
  if (!others.length) return ask(words.phrases.greeting.split('|')[0], about);
  const text = voices.map(({ lines }) => lines.greeting(config.botName)).join('\n');
  return { text, ...OF_FORM };
}

/** The address, by the documents; where they have none, thanks, and the offer of a person. */
async function wayThere({ voices, about }: Heard, ask: Ask): Promise<Reply> {
  let way: Reply | undefined;
  for (const { kinds } of voices) {
    way = await ask(kinds.wayThere, about);
    if (way.sources.length) return way;
  }
  const text = voices.map(({ kinds, offers }) => `${kinds.location} ${offers.person}`).join('\n');
  return { ...way!, text, trace: { ...way!.trace, outcome: outcome('form') } };
}

/** The messages as the model reads them: as one user message, with a line for each. */
function questionOf(messages: Message[]): string {
  const lines = messages.map((message) => message.text || inWords(message));
  return lines.filter(Boolean).join('\n');
}

/** What the sender is told besides an answer: each sentence once. */
function notesOn({ messages, voices }: Heard, alone: boolean): string[] {
  const told = messages.map(({ details }) => details?.kind && TOLD[details.kind]);
  const names = new Set(told.filter((one) => one !== undefined).map(({ say }) => say));
  if (messages.some(({ details }) => details?.readUpTo !== undefined)) names.add('tooLong');
  if (!names.size) return [];
  const offered = alone && told.some((one) => one?.offered);
  const notes = voices.map(({ kinds, offers }) => {
    const said = [...names].map((name) => kinds[name]).join('\n\n');
    return offered ? `${said} ${offers.person}` : said;
  });
  return [notes.join('\n')];
}

/** The sentence for what needs none beside another. */
function aloneOf(heard: Heard): string | undefined {
  const { voices, config } = heard;
  const inEach = (name: Sentence) => voices.map(({ kinds }) => kinds[name]).join('\n');
  if (has(heard, 'sticker')) return config.stickerMessage ?? inEach('sticker');
  return has(heard, 'empty') ? inEach('empty') : undefined;
}

function has({ messages }: Heard, kind: MessageKind): boolean {
  return messages.some(({ details }) => details?.kind === kind);
}
