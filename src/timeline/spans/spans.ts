import type { Hold } from '../../mailbox/holds/hold.store.js';
import type { Story } from '../story/story.js';
import { receivedSpans, waitedSpans } from './before-answer.js';
import { deliverySpans } from './delivery.js';
import { makingSpans } from './making.js';
import { sendSpans } from './sends.js';
import { GROUPS, type Span } from './span.js';

/**
 * The spans of a message's road, by their groups; those of a group in the order in which they began.
 * `hold` is what keeps its parts back, if anything does.
 */
export function spansOf(story: Story, hold?: Hold): Span[] {
  const all = [
    ...receivedSpans(story),
    ...waitedSpans(story),
    ...makingSpans(story),
    ...sendSpans(story, hold),
    ...deliverySpans(story),
  ];
  const place = ({ group }: Span) => GROUPS.indexOf(group);
  return all.toSorted((a, b) => place(a) - place(b) || a.began - b.began);
}

/** When the message's road began, and when it ended; no end while something is pending. */
export function bounds(story: Story, spans: Span[]): { began: number; ended?: number } {
  const { message, turn } = story;
  const began = Math.min(message.createdAt, ...spans.map((span) => span.began));
  const settled = turn ? turn.settledAt : message.createdAt;
  if (spans.some(({ ended }) => ended === undefined) || settled === undefined) return { began };
  return { began, ended: Math.max(settled, ...spans.map(({ ended = 0 }) => ended)) };
}
