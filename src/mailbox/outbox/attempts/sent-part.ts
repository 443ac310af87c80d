import type { LineId } from '../../../config/lines/line.js';
import type { Part } from '../../turns/part.js';
import type { Heard } from '../outbox.store.js';
import type { AttemptNote } from './attempt-log.js';

/** A part with all that is kept of its sends. Times are in milliseconds since 1970. */
export interface SentPart extends Part {
  /** The latest attempts, the earliest first. */
  log: AttemptNote[];
  /** What callbacks and the channel's list told, the earliest first. */
  heard: Heard[];
  /** It waits for the account, or for its line, which this names: see `Hold.line`. */
  held?: LineId;
  /** When it is looked for in the channel's list next. */
  lookAt?: number;
}
