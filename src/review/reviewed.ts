import type { Message } from '../chat/messages/message.js';

/** What a person thinks of an answer. */
export interface Feedback {
  /** Absent where the answer was only corrected, or the verdict was taken back. */
  verdict?: Verdict;
  note?: string;
  /** The curated answer that corrects it. */
  correctionId?: string;
  /** Milliseconds since 1970. */
  givenAt: number;
}

export const VERDICTS = ['up', 'down'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An answer as it is looked at: what was asked, what was said, and what a person thinks of it. */
export interface Reviewed {
  /** The id of the answer's message; on WhatsApp also its turn's. Its message's own while none answers it. */
  answerId: string;
  conversationId: string;
  /** The messages that it answers, oldest first; none of a person's reply. */
  asked: Message[];
  /** Absent while there is none, and where nothing was said. */
  answer?: Message;
  feedback?: Feedback;
}

/** What was asked, as the answer was made of it: a line for each message. */
export function questionOf({ asked }: Pick<Reviewed, 'asked'>): string {
  return asked
    .map(({ text }) => text)
    .filter((text) => text.trim())
    .join('\n');
}

/** An answer of the messages that a store found for it, oldest first. */
export function reviewedOf(
  answerId: string,
  messages: Message[],
  feedback: Feedback | undefined,
): Reviewed {
  const answer = messages.find(({ role }) => role === 'assistant');
  return {
    answerId,
    conversationId: messages[0].conversationId,
    asked: messages.filter(({ role }) => role === 'user'),
    ...(answer && { answer }),
    ...(feedback && { feedback }),
  };
}
