import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { GivenBackBy, HandoverStep, Wait } from './handover.js';

const NEVER = { $exists: false } as const;

/** Nobody waits for a person any more. */
export const NOT_WAITING = {
  waiting_since: '$$REMOVE',
  waiting_reason: '$$REMOVE',
  promised_at: '$$REMOVE',
} as const;

/** Notes the latest step; with `when`, only where that is so. */
export function noted(
  step: HandoverStep['step'],
  reason: HandoverStep['reason'],
  when: unknown = true,
) {
  const only = (value: string, name: string) => ({ $cond: [when, value, `$${name}`] });
  return {
    handover_step: only(step, 'handover_step'),
    handover_reason: only(reason, 'handover_reason'),
    handover_at: only('$$NOW', 'handover_at'),
  };
}

/** Who waits, and no person has taken the conversation over. */
const WAITS_ALONE = {
  $and: [{ $gt: ['$waiting_since', null] }, { $not: [{ $gt: ['$taken_at', null] }] }],
};

/** Who waits has their person, who has the conversation from now on. */
export const ANSWERED = {
  ...NOT_WAITING,
  taken_at: { $cond: [WAITS_ALONE, '$$NOW', '$taken_at'] },
  ...noted('taken_over', 'reply', WAITS_ALONE),
};

/**
 * What opting out changes. Nothing can be sent to who opted out: they wait for nobody any more. A
 * person who has the conversation keeps it.
 */
export const OPTED_OUT = {
  opted_out_at: '$$NOW',
  ...NOT_WAITING,
  ...noted('released', 'opted_out', WAITS_ALONE),
};

/** Has a sender wait for a person. Returns false where they wait already, or have opted out. */
export async function beginWait(
  { conversations }: Collections,
  _id: string,
  { reason, promisedAt }: Wait,
  session?: ClientSession,
): Promise<boolean> {
  const { modifiedCount } = await conversations.updateOne(
    { _id, waiting_since: NEVER, opted_out_at: NEVER },
    [
      {
        $set: {
          waiting_since: '$$NOW',
          waiting_reason: reason,
          ...(promisedAt !== undefined && { promised_at: new Date(promisedAt) }),
          ...noted('waiting', reason),
        },
      },
    ],
    { session, updatePipeline: true },
  );
  return modifiedCount > 0;
}

/** What gives a conversation back to the bot, and which ones it doesn't have. */
export const givenBack = (by: GivenBackBy) =>
  [{ $set: { taken_at: '$$REMOVE', ...NOT_WAITING, ...noted('released', by) } }] as const;
export const WITH_A_PERSON = {
  $or: [{ taken_at: { $exists: true } }, { waiting_since: { $type: 'date' as const } }],
};

/** Gives a conversation back to the bot. Returns false where the bot has it. */
export async function giveBack(
  { conversations }: Collections,
  _id: string,
  by: GivenBackBy,
  session?: ClientSession,
): Promise<boolean> {
  const { modifiedCount } = await conversations.updateOne(
    { _id, ...WITH_A_PERSON },
    [...givenBack(by)],
    { session, updatePipeline: true },
  );
  return modifiedCount > 0;
}
