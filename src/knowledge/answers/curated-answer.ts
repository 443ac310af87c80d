/** What the operator wants answered to a question, whatever the documents say. */
export interface CuratedAnswer {
  id: string;
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

/** What may be changed of one. */
export type Correction = Pick<CuratedAnswer, 'questions' | 'answer' | 'messageId' | 'updatedAt'>;
