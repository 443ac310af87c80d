import type { Intent } from '../../intent/intent.js';
import type { WaitingReason } from '../../sessions/handover/handover.js';
import type { TraceOutcome } from '../trace/outcome.js';
import type { Turn } from '../turn.js';
import { topicIn } from './listed-topics.js';

/** Why a person is wanted at once, and how the trace says so. */
export interface Wanted extends Pick<TraceOutcome, 'why'>, Partial<Pick<TraceOutcome, 'model'>> {
  reason: WaitingReason;
}

/**
 * Whether a message is for a person: by what it wants, as a topic of the operator's list, or because a
 * budget is spent and that is what then happens.
 */
export function personFor(
  { kind }: Intent,
  { text, config, over }: Pick<Turn, 'text' | 'config' | 'over'>,
): Wanted | undefined {
  if (kind === 'person') return { reason: 'asked', why: kind };
  if (kind === 'complaint') return { reason: kind, why: kind };
  const listed = ASKS.has(kind) && topicIn(text, config.handoverTopics ?? '');
  if (listed) return { reason: 'topic', why: 'topic' };
  const spent = over === 'budget' && config.overBudget === 'person';
  return spent ? { reason: 'over_budget', why: 'over_budget', model: 'budget' } : undefined;
}

/** What may be about a topic: no courtesy is. */
const ASKS = new Set<Intent['kind']>(['question', 'correction', 'off-topic', 'opt-out-unclear']);
