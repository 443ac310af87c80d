import { withoutScheme } from '../../address.js';
import type { Candidate } from '../../mailbox/turns/evidence.js';
import type { ListedMessage } from '../../whatsapp/sending/listed-message.js';
import { sameText } from './same-text.js';

/** An attempt of unknown outcome: of a part, or of a test message. */
export interface OpenAttempt {
  id: string;
  kind: 'part' | 'test';
  /** Without a scheme. */
  to: string;
  /** The business's number, or the SID of its Messaging Service. */
  from: string;
  account: string;
  text: string;
  /**
   * It is a template, or has something to tap: how Twilio's list writes its text isn't certain. Where
   * the list has the text, it settles the attempt all the same.
   */
  worded?: true;
  /** When it began, by the clock that the listed messages' times are by; in milliseconds since 1970. */
  begunAt: number;
}

/** What Twilio's list says of an attempt. */
export interface Judgement {
  /**
   * - `settled`: one message is certainly this attempt's
   * - `ambiguous`: a message may be, and nobody can tell
   * - `absent`: no message there can be
   */
  kind: 'settled' | 'ambiguous' | 'absent';
  /** The message of a settled attempt. */
  message?: ListedMessage;
  /** What was compared: what fits first, then the nearest in time. */
  candidates: Candidate[];
}

/**
 * Milliseconds. Twilio's times have whole seconds, and its clock may be off by a few; and a request
 * that came to Twilio may be given up here before Twilio makes the message of it.
 */
export const [EARLIER_MS, LATER_MS] = [10_000, 10 * 60_000];

/** Messages that are kept as evidence. */
const MOST_CANDIDATES = 5;

/** An attempt with its time by Twilio's clock, which is `offset` milliseconds ahead of the store's. */
export function byTwilio(attempt: OpenAttempt, offset: number): OpenAttempt {
  return { ...attempt, begunAt: attempt.begunAt + offset };
}

/** What the listed messages are compared with. */
export interface Ground {
  listed: ListedMessage[];
  /** Ids that belong to a part or a test message. */
  known: ReadonlySet<string>;
  /** All other attempts of unknown outcome to the same address. */
  others: OpenAttempt[];
}

/**
 * Judges an attempt by Twilio's list. A message is this attempt's when it has its address, sender and
 * text, was made after the attempt began, belongs to nothing else, and no other open attempt has the
 * same address, sender and text. Pure: it decides by what it is given alone.
 */
export function judge(attempt: OpenAttempt, { listed, known, others }: Ground): Judgement {
  const near = listed.filter((message) => isNear(message, attempt));
  const judged = near.map((message) => ({ message, ...objectionTo(message, attempt, known) }));
  const fitting = judged.filter(({ fits }) => fits);
  const rival = others.find((other) => other.id !== attempt.id && isAlike(other, attempt));
  const candidates = evidenceOf(judged, attempt, fitting.length > 1, rival);
  const [only] = fitting;
  if (fitting.length === 1 && !rival && !only.hidden) {
    return { kind: 'settled', message: only.message, candidates };
  }
  return { kind: fitting.length ? 'ambiguous' : 'absent', candidates };
}

/** Whether an outbound message is one of these attempts', as far as anybody can tell. */
export function isOneOf(attempts: OpenAttempt[], message: ListedMessage): boolean {
  return attempts.some(
    (attempt) => isNear(message, attempt) && objectionTo(message, attempt, new Set()).fits,
  );
}

/** Whether two attempts can't be told apart in Twilio's list. */
export function isAlike(one: OpenAttempt, other: OpenAttempt): boolean {
  return (
    one.to === other.to &&
    one.from === other.from &&
    one.account === other.account &&
    sameText(one.text, other.text)
  );
}

interface Objection {
  fits: boolean;
  /** Its text isn't kept at Twilio, so that it can't be compared. */
  hidden?: true;
  why: string;
}

/** Only these can be worth a look: messages to the same person, at about the time of the attempt. */
function isNear({ inbound, to, createdAt }: ListedMessage, attempt: OpenAttempt): boolean {
  const { begunAt } = attempt;
  const inTime = createdAt >= begunAt - LATER_MS && createdAt <= begunAt + LATER_MS;
  return !inbound && inTime && withoutScheme(to) === attempt.to;
}

function objectionTo(
  message: ListedMessage,
  attempt: OpenAttempt,
  known: ReadonlySet<string>,
): Objection {
  const no = (why: string): Objection => ({ fits: false, why });
  if (known.has(message.sid)) return no('it is known as another message of ours');
  if (!isFrom(message, attempt.from)) return no('it went out from another sender');
  if (message.createdAt < attempt.begunAt - EARLIER_MS) return no('it is older than the attempt');
  if (!message.body && attempt.text)
    return {
      fits: true,
      hidden: true,
      why: "Twilio doesn't keep its text, so it can't be compared",
    };
  if (!sameText(message.body, attempt.text)) {
    if (!attempt.worded) return no('its text is another one');
    return { fits: true, hidden: true, why: 'its text may be how Twilio writes the template' };
  }
  return { fits: true, why: 'it has the address, the sender and the text of the attempt' };
}

/** Of a Messaging Service, Twilio lists the service, and as the sender none or the one it chose. */
function isFrom({ from, messagingServiceSid }: ListedMessage, sender: string): boolean {
  return sender.startsWith('MG') ? messagingServiceSid === sender : from === sender;
}

type Judged = Objection & { message: ListedMessage };

function evidenceOf(
  judged: Judged[],
  { begunAt }: OpenAttempt,
  several: boolean,
  rival: OpenAttempt | undefined,
): Candidate[] {
  const distance = ({ message }: Judged) => Math.abs(message.createdAt - begunAt);
  const ranked = judged.toSorted(
    (a, b) => Number(b.fits) - Number(a.fits) || distance(a) - distance(b),
  );
  const doubt = several ? ', and so does another message' : rival ? rivalry(rival) : '';
  return ranked.slice(0, MOST_CANDIDATES).map(({ message, fits, hidden, why }) => ({
    sid: message.sid,
    status: message.status,
    createdAt: message.createdAt,
    fits,
    why: fits && !hidden ? why + doubt : why,
  }));
}

function rivalry({ kind }: OpenAttempt): string {
  const other = kind === 'test' ? 'a test message' : 'another message of ours';
  return `, but ${other} of unknown outcome has the same`;
}
