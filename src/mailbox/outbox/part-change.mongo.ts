import type { ClientSession } from 'mongoose';
import { DEFAULT_LINE } from '../../config/lines/line.js';
import { noteConsent } from '../../sessions/consent/consent-log.mongo.js';
import { FENCE } from '../../sessions/fence.mongo.js';
import { OPTED_OUT } from '../../sessions/handover/handover.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { Sender } from '../turns/first-attempt.js';
import type { PartState } from '../turns/part.js';
import { receivedFor } from '../turns/received/received.mongo.js';
import { cancelTurns, settleTurn } from '../turns/settlement.mongo.js';
import { FIRST_LOOK_MS, LOOK_AT_ONCE_MS } from '../turns/first-attempt.js';
import { logWithAttempt, logWithResult } from './attempts/attempt-log.mongo.js';
import { added } from './callbacks/former-attempts.mongo.js';
import type { Settled } from './outbox.store.js';
import { type Resolution, unfitIn } from './resolution.js';

/** Changes a part, and then what follows for its turn and its conversation. */
export async function apply(
  db: Collections,
  part: OutboxRow,
  resolution: Resolution,
  session: ClientSession,
): Promise<Settled> {
  const { state, retryInMs, delivered, optOut, windowClosed, unreachable, error } = resolution;
  await change(db, part, resolution, session);
  if (optOut) await optOutOf(db, part.conversation_id, session, error?.code);
  if (windowClosed) await closeWindow(db, part, session);
  if (unreachable)
    await noteUnreachable(db, part, { why: unreachable, code: error?.code }, session);
  const measured = state === 'accepted' && (part.state === 'sending' || delivered);
  const receivedAt = measured ? await receivedFor(db, part.turn_id, session) : undefined;
  return {
    ...(await settle(db, part, session)),
    retryInMs,
    receivedAt,
    ...unfitIn(part, resolution),
  };
}

async function change(
  { outbox, conversations }: Collections,
  { _id, conversation_id }: OutboxRow,
  resolution: Resolution,
  session: ClientSession,
): Promise<void> {
  const held_line =
    resolution.held &&
    ((await conversations.findById(conversation_id, { line: 1 }, { session }).lean())?.line ??
      DEFAULT_LINE);
  const update = [{ $set: { ...changeOf(resolution), ...(held_line && { held_line }) } }];
  await outbox.updateOne({ _id }, update, { session, updatePipeline: true });
}

/** What changes about a part, as fields of an update's pipeline. */
export function changeOf(resolution: Resolution) {
  const { state, retryInMs, held, awaitsChange, chances, sid, status, error, by, plain } =
    resolution;
  const retry_at = retryInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', retryInMs] };
  return {
    state,
    retry_at,
    held: held ? true : '$$REMOVE',
    ...(held && { set_off: 'account' }),
    awaits_change: awaitsChange ? true : '$$REMOVE',
    error: error ? { $literal: error } : '$$REMOVE',
    updated_at: '$$NOW',
    ...(chances !== undefined && { chances }),
    ...(sid && { sid }),
    ...(status && { status }),
    look_at: lookAt(state),
    ...(plain && { content: '$$REMOVE' }),
    ...(by && { attempt_log: logWithResult({ state, by }, retryInMs) }),
  };
}

/** Notes from when on the channel takes no text, until the sender writes again. */
async function closeWindow(db: Collections, part: OutboxRow, session: ClientSession) {
  const from = part.conversation_id;
  const row = await db.conversations.findById(from, { merged_into: 1 }, { session }).lean();
  const change = { $max: { window_refused_at: part.attempted_at ?? new Date() } };
  await db.conversations.updateOne({ _id: row?.merged_into ?? from }, change, { session });
}

/**
 * Opts the sender out as their own word does: fences the worker, and cancels what isn't on its way.
 * The mailbox is due, so that the messages that wait in it come to their outcome.
 */
async function optOutOf(
  db: Collections,
  from: string,
  session: ClientSession,
  code?: number,
): Promise<void> {
  const row = await db.conversations.findById(from, { merged_into: 1 }, { session }).lean();
  const id = row?.merged_into ?? from;
  const { modifiedCount } = await db.conversations.updateOne(
    { _id: id, opted_out_at: { $exists: false } },
    [{ $set: { ...OPTED_OUT, ...FENCE } }],
    { session, updatePipeline: true },
  );
  if (!modifiedCount) return;
  await noteConsent(db, id, { kind: 'opted_out', by: 'channel', code }, session);
  for (const one of new Set([id, from])) await cancelTurns(db, one, 'opted_out', session);
}

/** Notes that nothing reaches the sender, unless they have written since this was sent. */
async function noteUnreachable(
  { conversations }: Collections,
  part: OutboxRow,
  { why, code }: { why: string; code?: number },
  session: ClientSession,
): Promise<void> {
  const own = { merged_into: 1 } as const;
  const row = await conversations.findById(part.conversation_id, own, { session }).lean();
  const sent = part.attempted_at ?? new Date();
  await conversations.updateOne(
    {
      _id: row?.merged_into ?? part.conversation_id,
      unreachable_at: { $exists: false },
      $nor: [{ last_inbound_at: { $gt: sent } }],
    },
    [
      {
        $set: {
          unreachable_at: '$$NOW',
          unreachable_why: why,
          ...(code && { unreachable_code: code }),
        },
      },
    ],
    { session, updatePipeline: true },
  );
}

/** Settles the part's turn. Returns what has become of both. */
export async function settle(
  db: Collections,
  part: OutboxRow,
  session: ClientSession,
): Promise<Settled> {
  const outcome = await settleTurn(db, part.turn_id, session);
  const now = (await db.outbox.findById(part._id, { state: 1 }, { session }).lean())!;
  return { conversationId: part.conversation_id, state: now.state as PartState, outcome };
}

/** An attempt, and whom it goes to and from. */
export interface Sent {
  attempt: string;
  to: string;
  sender?: Sender;
  /** See `Claim.crashes`. */
  crashes: number;
}

const NOW = '$$NOW';
const NONE = '$$REMOVE';

/** The update that records an attempt. The id of the former message is kept: it isn't this one's. */
export function begun({ attempt, to, sender, crashes }: Sent) {
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
    former_sids: added('former_sids', 'sid'),
    attempt_log: logWithAttempt(attempt, crashes),
  };
  return [
    { $set: set },
    { $unset: ['retry_at', 'held', 'awaits_change', 'sid', 'status', 'error', 'set_off'] },
  ];
}

/** When a part that is in this state now is looked for in the channel's list. */
function lookAt(state: PartState) {
  if (state === 'uncertain') return { $ifNull: ['$look_at', NONE] };
  if (state !== 'sending') return NONE;
  const soon = { $min: ['$look_at', { $add: [NOW, LOOK_AT_ONCE_MS] }] };
  return { $cond: [{ $gt: ['$look_at', null] }, soon, NONE] };
}
