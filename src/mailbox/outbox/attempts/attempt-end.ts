import { LEASE_MS } from '../../queue/lease.js';
import type { Part } from '../../turns/part.js';
import type { AttemptNote } from './attempt-log.js';
import type { SentPart } from './sent-part.js';

/** Milliseconds that a request may take: without an answer until then, its process has died. */
const REQUEST_MS = LEASE_MS / 2;

/** What became of an attempt to send a part. */
export const ENDS = [
  /** Twilio took the message. */
  'accepted',
  /** It was refused or failed, and another attempt follows. */
  'retried',
  /** The account or the line was refused: its sends wait. */
  'held',
  /** It was refused or failed for good. */
  'dead',
  /** No answer came: whether Twilio took it isn't known yet. */
  'unknown',
  /** Nobody knows, and a person decides. */
  'uncertain',
  /** The request is on its way. */
  'under_way',
] as const;
export type End = (typeof ENDS)[number];

/** What of a part says how its latest attempt stands; `held`: it waits for the account or its line. */
type Stand = Pick<Part, 'attempt' | 'state'> & Pick<SentPart, 'held'>;

/** What became of one of a part's attempts. `now`: by the store's clock. */
export function endOf(note: AttemptNote, part: Stand, now: number): End {
  const { result, answer, attempt } = note;
  const latest = attempt === part.attempt;
  if (latest && part.state === 'uncertain') return 'uncertain';
  switch (result?.state) {
    case 'accepted':
    case 'dead':
    case 'uncertain':
      return result.state;
    case 'pending':
      return answer?.kind === 'stop' || (latest && part.held) ? 'held' : 'retried';
    case 'sending':
      return 'unknown';
  }
  if (answer?.kind === 'accepted') return 'accepted';
  const mayLast = latest && !answer && now < note.at + REQUEST_MS;
  return mayLast && part.state === 'sending' ? 'under_way' : 'unknown';
}

/** When an attempt's request was over, as far as that is known. */
export function endedAt({ answer, result }: AttemptNote): number | undefined {
  return answer?.at ?? (result && result.by === 'answer' ? result.at : undefined);
}
