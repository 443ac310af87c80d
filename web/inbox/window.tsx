import type { ConversationView } from '../api/dist/types.gen.js';
import { useInboxWords } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WHOLE = 24 * HOUR;
/** From here on the ring warns. */
const SOON = 3 * HOUR;
/** Of a ring in a square of 16. */
const RADIUS = 6;
const AROUND = 2 * Math.PI * RADIUS;

/** Milliseconds that WhatsApp still takes free text; undefined where it is no matter of WhatsApp's. */
export function leftOf(ends: string | null, now: number): number | undefined {
  return ends === null ? undefined : Math.max(0, Date.parse(ends) - now);
}

/** When free text is over: WhatsApp's own word that it is counts before the clock. */
export function endOf(window: ConversationView['window']): string | null {
  return window && (window.refused_at ?? window.closes_at);
}

/** What is left of the day in which somebody may be written to freely: as a ring, and in words. */
export function WindowRing(props: { ends: string | null; now: number; inFull?: boolean }) {
  const { ends, now, inFull = false } = props;
  const words = useInboxWords().window;
  const left = leftOf(ends, now);
  if (left === undefined) return null;
  const minutes = Math.ceil(left / MINUTE);
  const short =
    left >= HOUR ? words.hours(Math.floor(left / HOUR)) : words.minutes(Math.max(1, minutes));
  const state = left === 0 ? 'closed' : left < SOON ? 'soon' : 'open';
  return (
    <span className="window" data-state={state} title={left ? words.left(short) : words.closed}>
      <svg viewBox="0 0 16 16" width={15} height={15} aria-hidden="true">
        <circle cx={8} cy={8} r={RADIUS} className="window-all" />
        <circle
          cx={8}
          cy={8}
          r={RADIUS}
          className="window-left"
          strokeDasharray={`${(left / WHOLE) * AROUND} ${AROUND}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      {left ? (inFull ? words.left(short) : short) : words.closed}
    </span>
  );
}
