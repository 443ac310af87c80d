import type { ConversationView } from '../api/dist/types.gen.js';
import { useInboxWords } from './words.js';

export type Delivery = NonNullable<NonNullable<ConversationView['last_message']>['status']>;

const CLOCK = 'M8 3.500V7l2 1.500M8 1.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z';
const TWO = 'M1 7.500 4 10.500 10 4M7.200 9.800l.8.7L14.500 4';
const SHAPES: Record<Delivery, string> = {
  failed: 'M8 2.500v6M8 11v.2',
  uncertain: 'M5.500 5a2.500 2.500 0 1 1 3.600 2.200C8.300 7.700 8 8.100 8 9M8 11.400v.1',
  stopped: 'M4 3l8 8M12 3l-8 8',
  pending: CLOCK,
  sent: 'M3.500 7.500 6.500 10.500 12.500 4',
  delivered: TWO,
  read: TWO,
};

/** How far a message is: a clock, a tick, two, two blue ones, or a sign that something is wrong. */
export function Ticks({ delivery }: { delivery: Delivery }) {
  const label = useInboxWords().deliveries[delivery];
  return (
    <svg
      className="delivery"
      data-delivery={delivery}
      viewBox="0 0 16 14"
      width={16}
      height={14}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={SHAPES[delivery]} />
    </svg>
  );
}
