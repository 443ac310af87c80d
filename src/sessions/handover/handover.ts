/** Why a sender waits for a person, and who had them wait. */
export const WAITING_REASONS = [
  /** They asked for one. */
  'asked',
  'complaint',
  /** They sent an order, which a person sees to. */
  'order',
  /** The bot had no answer, again and again. */
  'unsure',
  /** The bot: it is a subject of the operator's list (`handover_topics`). */
  'topic',
  /** A budget is spent, and a person answers instead (`over_budget`). */
  'over_budget',
  /** The operator had them wait. */
  'operator',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** A wait for a person, as it begins. */
export interface Wait {
  reason: WaitingReason;
  /**
   * When somebody is there again, as the sender was told, in milliseconds since 1970. Absent where
   * nothing was said of it.
   */
  promisedAt?: number;
}

/** The way of a conversation to a person and back. */
export const HANDOVER_STEPS = ['waiting', 'taken_over', 'released'] as const;

/** Why a step was made: of a wait its reason. */
export const STEP_REASONS = [
  ...WAITING_REASONS,
  /** A person took it over, or replied to who waited. */
  'takeover',
  'reply',
  /** It was given back by the sender, who wrote "bot", or because nobody said anything for long. */
  'sender',
  'silence',
  /** Who waited wants no more messages. */
  'opted_out',
] as const;

/** The latest step of a conversation. */
export interface HandoverStep {
  step: (typeof HANDOVER_STEPS)[number];
  reason: (typeof STEP_REASONS)[number];
  /** In milliseconds since 1970. */
  at: number;
}

/** Who gives a conversation back to the bot. */
export type GivenBackBy = 'operator' | 'sender' | 'silence';
