import type { Kept } from '../../answering/answering.service.js';
import type { Sending } from '../../outbox/outgoing.js';
import type { Part } from '../../turns/part.js';
import type { Draft, Work } from '../../turns/work.js';

/** How a mailbox stands once what waited in it is answered. */
export interface Standing {
  work: Work;
  /** See `Outgoing.begun`. */
  begun?: Sending;
}

/**
 * How a mailbox stands after an answer that was stored with its first attempt: nothing of it was to be
 * sent before, so that it needn't be read again. What came in meanwhile has raised its `wakes`.
 */
export function afterAnswer(work: Work, { draft, begun }: Required<Kept>): Standing {
  const covered = new Set(draft.covers);
  const turn = {
    id: draft.turnId,
    conversationId: work.waiting[0].conversationId,
    limited: draft.limited,
    parts: draft.parts.map((part, position) => partOf(draft, part, position, begun, work.now)),
  };
  const after = {
    ...work,
    turn,
    unsettled: 1,
    waiting: work.waiting.filter(({ id }) => !covered.has(id)),
    waitingInAll: work.waitingInAll - covered.size,
    waitingSince: draft.handover ? work.now : work.waitingSince,
  };
  return { work: after, begun };
}

function partOf(
  { turnId }: Draft,
  { id, body, content }: Draft['parts'][number],
  position: number,
  begun: Sending,
  createdAt: number,
): Part {
  const part = { id, turnId, position, body, ...(content && { content }), chances: 0, createdAt };
  if (position > 0) return { ...part, state: 'pending', attempts: 0 };
  return { ...part, state: 'sending', attempts: 1, attempt: begun.id, sentTo: begun.to };
}
