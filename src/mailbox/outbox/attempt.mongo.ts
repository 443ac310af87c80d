import type { PartState } from '../turns/part.js';
import type { Sender } from './channel.js';
import { FIRST_LOOK_MS, LOOK_AT_ONCE_MS } from './looks.js';

/** An attempt, and whom it goes to and from. */
export interface Sent {
  attempt: string;
  to: string;
  sender?: Sender;
}

const NOW = '$$NOW';
const NONE = '$$REMOVE';

/** The update that records an attempt. The id of the former message is kept: it isn't this one's. */
export function begun({ attempt, to, sender }: Sent) {
  const former = { $ifNull: ['$former_sids', []] };
  const set = {
    state: 'sending',
    attempt,
    attempts: { $add: ['$attempts', 1] },
    attempted_at: NOW,
    updated_at: NOW,
    sent_to: { $literal: to },
    sent_from: sender ? { $literal: sender.from } : NONE,
    sent_by: sender ? { $literal: sender.account } : NONE,
    look_at: sender ? { $add: [NOW, FIRST_LOOK_MS] } : NONE,
    former_sids: {
      $cond: [
        { $gt: ['$sid', null] },
        { $concatArrays: [former, ['$sid']] },
        { $ifNull: ['$former_sids', NONE] },
      ],
    },
  };
  return [{ $set: set }, { $unset: ['retry_at', 'held', 'sid', 'status', 'error'] }];
}

/** When a part that is in this state now is looked for in the channel's list. */
export function lookAt(state: PartState) {
  if (state === 'uncertain') return { $ifNull: ['$look_at', NONE] };
  if (state !== 'sending') return NONE;
  const soon = { $min: ['$look_at', { $add: [NOW, LOOK_AT_ONCE_MS] }] };
  return { $cond: [{ $gt: ['$look_at', null] }, soon, NONE] };
}
