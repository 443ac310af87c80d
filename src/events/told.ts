/** What is told of a change: which kind of thing it is about, and its ids. Never a text or a number. */
export type Told =
  | { event: 'conversation'; data: { id: string } }
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
}

/** What is told of a row; undefined where the row lacks what would name it. */
export function toldOf(event: EventName, { id, conversation_id, sid }: Ids): Told | undefined {
  if (event === 'message') {
    if (!id || !conversation_id) return undefined;
    return { event, data: { id, ...(sid && { sid }), conversation_id } };
  }
  if (event === 'conversation' || event === 'signed_out')
    return id ? { event, data: { id } } : undefined;
  return { event, data: {} };
}
