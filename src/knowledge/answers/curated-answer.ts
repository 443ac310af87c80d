import type { LineId } from '../../config/lines/line.js';

/** What the operator wants answered to a question, whatever the documents say. */
export interface CuratedAnswer {
  id: string;
  /** The line that it is for alone; `default`: the default one. Undefined: it is for all. */
  line?: LineId;
  /** The wordings that are answered so. The first one names the answer. */
  questions: string[];
  /** Markdown, as the operator wrote it. */
  answer: string;
  /** The id of the message whose answer it corrects: of WhatsApp's, Twilio's MessageSid. */
  messageId?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

/** One that is kept, and how often it was given as an answer. */
export interface ServedAnswer extends CuratedAnswer {
  /** How many stored answers were made from it. */
  served: number;
  /** When the latest of them was stored, by the store's clock; in milliseconds since 1970. */
  lastServedAt?: number;
}

/** What may be changed of one. */
export type Correction = Pick<CuratedAnswer, 'questions' | 'answer' | 'messageId' | 'updatedAt'>;
