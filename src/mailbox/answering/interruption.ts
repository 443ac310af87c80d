import type { Claim } from '../queue/queue.store.js';
import type { Signals } from '../queue/signals.js';
import type { Work } from '../turns/work.js';

/**
 * A signal that aborts with `visit`, and when the messages or the turns of the conversation are others
 * than those of `work`, until `forget` is called. Without `work` only `visit` aborts it.
 */
export function interruption(
  signals: Signals,
  { conversationId }: Claim,
  work: Pick<Work, 'waiting'> | undefined,
  visit: AbortSignal,
): { abort: AbortSignal; forget: () => void } {
  if (!work) return { abort: visit, forget: () => undefined };
  const arrival = new AbortController();
  const seen = new Set(work.waiting.map(({ id }) => id));
  const listening = [
    signals.on('arrived', conversationId, (id) => seen.has(id) || arrival.abort()),
    signals.on('replied', conversationId, () => arrival.abort()),
  ];
  return {
    abort: AbortSignal.any([visit, arrival.signal]),
    forget: () => listening.forEach((stop) => stop()),
  };
}
