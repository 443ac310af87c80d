import { usePhoneWords } from './words.js';

/** What a message's status is called, and how many ticks it has. */
const TICKS = {
  sending: 0,
  queued: 1,
  sent: 1,
  received: 2,
  delivered: 2,
  read: 2,
  undelivered: -1,
  failed: -1,
} as const;

export type Status = keyof typeof TICKS;

const SHAPES: Record<number, string> = {
  [-1]: 'M8 2.500v6M8 11v.2',
  0: 'M8 3.500V7l2 1.500M8 1.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z',
  1: 'M3.500 7.500 6.500 10.500 12.500 4',
  2: 'M1 7.500 4 10.500 10 4M7.200 9.800l.8.7L14.500 4',
};

/** A clock, a tick, two, two blue ones, or a sign that something is wrong. */
export function Ticks({ status, code }: { status: string; code?: number | null }) {
  const words = usePhoneWords();
  const known = status in TICKS ? (status as Status) : 'sending';
  const label = code ? `${words.statuses[known]} (${code})` : words.statuses[known];
  return (
    <svg
      className="ticks"
      data-status={known}
      viewBox="0 0 16 14"
      width={16}
      height={14}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={SHAPES[TICKS[known]]} />
    </svg>
  );
}
