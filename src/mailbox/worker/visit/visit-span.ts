import type { Begin } from '../../../tracing/traced.js';
import type { Claim } from '../../queue/queue.store.js';
import type { Work } from '../../turns/work.js';

/**
 * The span of a visit: it goes on with the trace in which the first message of its turn came, whichever
 * process took that, and names the traces of the other ones. Without such a message it begins its own.
 */
export function visitSpan({ conversationId, crashes }: Claim, work: Work): Begin {
  const [parent, ...links] = tracesOf(work);
  const facts = {
    'recado.conversation_id': conversationId,
    'recado.waiting': work.waitingInAll,
    'recado.crashes': crashes,
    ...(work.turn && { 'recado.turn_id': work.turn.id }),
  };
  return { kind: 'consumer', parent: parent ?? null, links, facts };
}

function tracesOf({ turn, waiting, earlier }: Work): string[] {
  const covered = turn ? earlier.messages.filter(({ turnId }) => turnId === turn.id) : waiting;
  return covered.flatMap(({ details }) => details?.traceparent ?? []);
}
