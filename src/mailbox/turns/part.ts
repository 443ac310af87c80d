import type { Evidence } from './evidence.js';

/** Why a send failed, as the channel describes it, and what the operator should do. */
export interface SendError {
  /** Twilio's error code, or the HTTP status where there is none. */
  code?: number;
  message: string;
  /** What the operator should do next. */
  action?: string;
}

/**
 * - `pending`: the part will be sent, at once or at `retryAt`
 * - `sending`: an attempt is recorded, and its outcome isn't known yet
 * - `accepted`: the channel has accepted the part
 * - `dead`: the part is given up
 * - `uncertain`: the outcome of an attempt stayed unknown for `UNCERTAIN_AFTER_MS`
 * - `stopped`: the part isn't sent, because one before it is dead or uncertain, or because the turn
 *   was cancelled
 */
export type PartState = 'pending' | 'sending' | 'accepted' | 'dead' | 'uncertain' | 'stopped';

/** A template of the channel, and what stands in the place of its variables. */
export interface TemplateContent {
  sid: string;
  variables: Record<string, string>;
}

/** What a part goes out as, where it is no plain text. Its `body` is how it reads. */
export interface PartContent {
  /** It may be sent also when the 24-hour window is closed, and never as a text. */
  template?: TemplateContent;
  /** What its reader may tap. Where that can't be had, the text goes out alone. */
  choices?: string[];
  /** What stands on the button that opens the choices, where those are a list. */
  menu?: string;
}

/** One message of an answer, as it goes out. */
export interface Part {
  id: string;
  turnId: string;
  position: number;
  body: string;
  content?: PartContent;
  state: PartState;
  /** How many attempts were made. */
  attempts: number;
  /** How many of them count against the limit that their error sets (`retry` in `Verdict`). */
  chances: number;
  /** The id of the latest attempt. */
  attempt?: string;
  /** When the latest attempt began. By the store's clock, in milliseconds since 1970. */
  attemptedAt?: number;
  /** Where the latest attempt went: an address of the sender, without a scheme. */
  sentTo?: string;
  /** Whom it went from: the business's number, or the SID of its Messaging Service. */
  sentFrom?: string;
  /** What the channel's own list shows of an attempt of unknown outcome. */
  evidence?: Evidence;
  /** Not to be sent before this time. By the store's clock, in milliseconds since 1970. */
  retryAt?: number;
  /** The channel's id of the message: Twilio's MessageSid. */
  sid?: string;
  status?: string;
  error?: SendError;
  /** By the store's clock, in milliseconds since 1970. */
  createdAt: number;
}

/**
 * Milliseconds after which an attempt of unknown outcome becomes `uncertain`. Then a person decides
 * about the part, and the mailbox goes on with its next turn.
 */
export const UNCERTAIN_AFTER_MS = 60_000;

/** Milliseconds after its start within which a process has looked for the attempts of a dead one. */
export const LOOKED_MS = 45_000;

/** Whether nobody has looked yet for the part's attempt, though it can be looked for. */
export function isToBeLookedFor({ attempt, sentFrom, evidence }: Part): boolean {
  return !!sentFrom && evidence?.attempt !== attempt;
}

/** The error of an attempt that became uncertain. */
export const NO_CALLBACK = 'The process ended during the send, and no callback came.';

/** The error of a part that was never sent because its turn ended before. */
export const NOT_SENT = 'Not sent.';

/** The states that a person's retry turns into `pending` again. */
export const RETRIED: PartState[] = ['dead', 'uncertain', 'stopped'];
