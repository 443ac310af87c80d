/** What a model summed up of the earlier messages of a conversation. */
export interface Summary {
  text: string;
  /** The last message that it covers. */
  messageId: string;
  /** When that message was written, in milliseconds since 1970. */
  until: number;
}
