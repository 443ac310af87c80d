/** What other systems are told of. */
export const NEWS_TYPES = [
  'conversation.waiting',
  'conversation.taken_over',
  'conversation.released',
  'message.received',
  'message.answered',
  'message.failed',
  'account.held',
  'account.resumed',
] as const;
export type NewsType = (typeof NEWS_TYPES)[number];

/** Told when somebody asks for it, to see whether it arrives. */
export const TEST = 'webhook.test';

/** Everything that is sent has one of these types. */
export type AnnouncedType = NewsType | typeof TEST;

/** With these a turn is answered, one way or another; with those it failed. */
export const ENDED_WELL = ['answered', 'limited', 'opted_out'];
export const ENDED_ILL = ['dead', 'uncertain'];
