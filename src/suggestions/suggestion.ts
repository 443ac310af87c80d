import { asRead, mayAsk, type Message } from '../chat/messages/message.js';
import { intentOf } from '../intent/intent.js';

/** What was written to a person, and what became of it. */
export interface Asked {
  message: Message;
  outcome?: string | null;
  /** Who or what answered: see `BRANCHES`. */
  branch?: string | null;
  cancelled?: string | null;
}

/** A person's reply, and what the sender wrote since the one before. */
export interface PersonsReply {
  /** The turn's, which is its message's, too. */
  id: string;
  conversationId: string;
  text: string;
  /** Milliseconds since 1970. */
  repliedAt: number;
  /** The oldest first. */
  asked: Asked[];
}

/** A question that the bot left open, and what a person answered. It is never used unapproved. */
export interface Suggestion {
  replyId: string;
  conversationId: string;
  /** The question. */
  text: string;
  answer: string;
  repliedAt: number;
}

/** What is longer was pasted, and is nobody else's question. */
const LONGEST = 500;
/** So many questions before a reply are taken for what it answers. */
const MOST_QUESTIONS = 3;
const LEFT_OPEN = ['refusal', 'fallback', 'handover'];

/** The suggestion that a reply makes; undefined where no question was left to a person. */
export function suggestionOf(reply: PersonsReply): Suggestion | undefined {
  const questions = reply.asked
    .filter(isLeftToPerson)
    .map(({ message }) => message)
    .filter(mayAsk)
    .map((message) => asRead(message).text.trim())
    .filter((text) => text && text.length <= LONGEST && intentOf(text).kind === 'question');
  if (!questions.length) return undefined;
  const { id: replyId, conversationId, text: answer, repliedAt } = reply;
  const text = questions.slice(-MOST_QUESTIONS).join('\n');
  return { replyId, conversationId, text, answer, repliedAt };
}

function isLeftToPerson({ outcome, branch, cancelled }: Asked): boolean {
  return outcome === 'human' || cancelled === 'human' || LEFT_OPEN.includes(branch ?? '');
}
