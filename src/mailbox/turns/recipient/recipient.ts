import type { Conversation } from '../../../sessions/conversation.js';
import type { SendError } from '../part.js';

/** Why nothing may be sent to a sender, whoever asks. */
export type Unsendable = 'opted out' | 'unreachable';

/** What is known of a sender that may forbid to send to them. */
export type Standing = Pick<Conversation, 'optedOutAt' | 'unreachable'>;

/**
 * The one rule of who may be sent to, which every road to a send asks: the worker when it records an
 * attempt, and before that whoever wants something sent. `confirms`: the message only confirms to the
 * sender that they opted out.
 */
export function unsendable(
  { optedOutAt, unreachable }: Standing,
  { confirms = false } = {},
): Unsendable | undefined {
  if (optedOutAt !== undefined && !confirms) return 'opted out';
  return unreachable ? 'unreachable' : undefined;
}

/** What a person is told who wants something sent, and what they can do. */
export const WHY_UNSENT: Record<Unsendable, string> = {
  'opted out': 'The sender opted out: wait until they send START.',
  unreachable:
    'Nothing reaches the sender: they blocked this number, or have no WhatsApp there. Wait until they ' +
    'write, or clear it by POST /api/v1/conversations/{id}/reachable if you know better.',
};

/** The error of a part that isn't sent because nothing reaches the sender. */
export function unreachableError({ unreachable }: Standing): SendError {
  const { code } = unreachable ?? {};
  return {
    ...(code && { code }),
    message: 'Not sent: Twilio said before that nothing reaches this person.',
    action: WHY_UNSENT.unreachable,
  };
}
