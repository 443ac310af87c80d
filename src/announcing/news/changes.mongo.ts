import { createHash } from 'node:crypto';
import { ACCOUNT } from '../../mailbox/holds/hold.store.js';
import type { Timestamp } from '../../storage/mongo/rows/message.js';
import type { NewAnnouncement } from '../announcements/announcement.js';
import { ENDED_ILL, ENDED_WELL, type NewsType } from '../targets/news-type.js';
import type { Target } from '../targets/target.js';

/** A change as the database tells it, as far as anything is told of it. */
export interface Change {
  _id: { _data: string };
  operationType: 'insert' | 'update' | 'replace' | 'delete';
  ns: { coll: string };
  documentKey: { _id: unknown };
  clusterTime: Timestamp;
  wallTime: Date;
  /** As it is by now. */
  fullDocument?: Record<string, any> | null;
  updateDescription?: { updatedFields: Record<string, unknown>; removedFields: string[] };
}

/** News of a change. `key` names it: the same change gives the same. */
type News = Pick<NewAnnouncement, 'conversationId' | 'about' | 'facts'> & {
  type: NewsType;
  key: string;
};

const UPDATED = 'updateDescription.updatedFields';
const ENDED = { $in: [...ENDED_WELL, ...ENDED_ILL] };
const HANDED = ['waiting_since', 'taken_at'];

/** What the server looks for. It needs nothing but the oplog. */
export const PIPELINE = [
  {
    $match: {
      $or: [
        {
          'ns.coll': 'messages',
          operationType: 'insert',
          'fullDocument.role': 'user',
          'fullDocument.source': 'whatsapp',
        },
        {
          'ns.coll': 'turns',
          operationType: { $in: ['insert', 'replace'] },
          'fullDocument.outcome': ENDED,
        },
        { 'ns.coll': 'turns', operationType: 'update', [`${UPDATED}.outcome`]: ENDED },
        {
          'ns.coll': 'conversations',
          operationType: 'update',
          $or: [
            ...HANDED.map((one) => ({ [`${UPDATED}.${one}`]: { $exists: true } })),
            { 'updateDescription.removedFields': { $in: HANDED } },
          ],
        },
        { 'ns.coll': 'account_hold', operationType: { $in: ['insert', 'delete'] } },
      ],
    },
  },
];

/** What is to be told of a change, and to whom. A sender who is erased by now is told of to nobody. */
export function announcementsOf(change: Change, targets: Target[]): NewAnnouncement[] {
  const happenedAt = change.wallTime.getTime();
  return newsOf(change).flatMap(({ key, ...news }) =>
    targets
      .filter(({ enabled, types }) => enabled && types.includes(news.type))
      .map(({ id }) => ({ ...news, id: idOf(`${key} ${id}`), targetId: id, happenedAt })),
  );
}

function newsOf(change: Change): News[] {
  const { coll } = change.ns;
  if (coll === 'account_hold') return [ofHold(change)];
  if (!change.fullDocument) return [];
  if (coll === 'messages') return [ofMessage(change)];
  return coll === 'turns' ? ofTurn(change) : ofConversation(change);
}

function ofMessage({ fullDocument: row }: Change): News {
  const { _id: about, conversation_id: conversationId } = row!;
  return { type: 'message.received', key: `received ${about}`, about, conversationId, facts: {} };
}

/** A turn that ended when it was made sent nothing. */
function ofTurn({ operationType, fullDocument, updateDescription, clusterTime }: Change): News[] {
  const { _id: about, conversation_id: conversationId, answer } = fullDocument!;
  const outcome = (updateDescription?.updatedFields.outcome ?? fullDocument!.outcome) as string;
  const failed = ENDED_ILL.includes(outcome);
  if (!failed && (operationType === 'insert' || answer === undefined)) return [];
  const type = failed ? 'message.failed' : 'message.answered';
  const key = `${type} ${about} ${outcome} ${clusterTime}`;
  return [{ type, key, about, conversationId, facts: { outcome } }];
}

/** Before and after aren't told: what is taken away was there, and what is set wasn't. */
function ofConversation({ fullDocument: row, updateDescription, clusterTime }: Change): News[] {
  const conversationId = row!._id as string;
  const { updatedFields, removedFields } = updateDescription!;
  const set = ({ field, type }: { field: string; type: NewsType }): News[] =>
    updatedFields[field] instanceof Date
      ? [
          {
            type,
            key: `${type} ${conversationId} ${+updatedFields[field]}`,
            conversationId,
            facts: {},
          },
        ]
      : [];
  const begun = [
    ...set({ field: 'waiting_since', type: 'conversation.waiting' }),
    ...set({ field: 'taken_at', type: 'conversation.taken_over' }),
  ];
  const over = removedFields.some((field) => HANDED.includes(field));
  if (!over || row!.waiting_since || row!.taken_at || row!.merged_into) return begun;
  const type = 'conversation.released';
  return [
    ...begun,
    { type, key: `${type} ${conversationId} ${clusterTime}`, conversationId, facts: {} },
  ];
}

/** `line`: null where it is the account that was held. */
function ofHold({ operationType, fullDocument: row, documentKey, clusterTime }: Change): News {
  const line = documentKey._id === ACCOUNT ? null : (documentKey._id as string);
  if (operationType === 'delete')
    return { type: 'account.resumed', key: `resumed ${clusterTime}`, facts: { line } };
  const { code = null, message = null, action = null } = row ?? {};
  const facts = { line, code, message, action };
  return { type: 'account.held', key: `held ${clusterTime}`, facts };
}

/** The same change gives the same id, so that it is told of once, whoever derives it again. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
