/**
 * What is told of a change: which kind of thing it is about, its ids, and what the program itself calls
 * it. Never anything that somebody wrote, nor a number.
 */
export type Told =
  | { event: 'conversation'; data: { id: string } }
  /** A conversation's way to a person and back: see `sessions/handover`. */
  | { event: 'handover'; data: { id: string; step: string; reason: string } }
  | { event: 'message'; data: { id: string; sid?: string; conversation_id: string } }
  | { event: 'failures' | 'settings' | 'knowledge' | 'account'; data: Record<string, never> }
  /** Not for the streams themselves: the one of a session that has ended ends. */
  | { event: 'signed_out'; data: { id: string } };

export type EventName = Told['event'];

/** What a row says of itself, as far as anything is told of it. */
export interface Ids {
  id?: string | null;
  conversation_id?: string | null;
  sid?: string | null;
  handover_step?: string | null;
  handover_reason?: string | null;
}

/** What is told of a row; undefined where the row lacks what would name it. */
export function toldOf(event: EventName, ids: Ids): Told | undefined {
  const { id, conversation_id, sid } = ids;
  const { handover_step: step, handover_reason: reason } = ids;
  if (event === 'handover')
    return id && step && reason ? { event, data: { id, step, reason } } : undefined;
  if (event === 'message') {
    if (!id || !conversation_id) return undefined;
    return { event, data: { id, ...(sid && { sid }), conversation_id } };
  }
  if (event === 'conversation' || event === 'signed_out')
    return id ? { event, data: { id } } : undefined;
  return { event, data: {} };
}
