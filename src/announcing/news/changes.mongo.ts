import type { Timestamp } from '../../storage/mongo/rows/message.js';
import { ENDED_ILL, ENDED_WELL } from '../targets/news-type.js';
import { lineIn, type News, ofHold, ofMessage, ofStep, ofTurn, type Step } from './keyed-news.js';

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

const UPDATED = 'updateDescription.updatedFields';
const ENDED = { $in: [...ENDED_WELL, ...ENDED_ILL] };
const STEPS: [field: string, type: Step][] = [
  ['waiting_since', 'conversation.waiting'],
  ['taken_at', 'conversation.taken_over'],
];
const HANDED = STEPS.map(([field]) => field);

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

/** The news of a change. A sender who is erased by now is told of to nobody. */
export function newsOf(change: Change): News[] {
  return derived(change).map((news) => ({ ...news, happenedAt: change.wallTime.getTime() }));
}

function derived(change: Change): News[] {
  const { coll } = change.ns;
  if (coll === 'account_hold') return [holdNews(change)];
  const row = change.fullDocument;
  if (!row) return [];
  if (coll === 'messages') return [ofMessage(row._id, row.conversation_id, change.wallTime)];
  return coll === 'turns' ? turnNews(change) : conversationNews(change);
}

/** A turn that ended when it was made sent nothing. The row may have changed since. */
function turnNews({ operationType, fullDocument, updateDescription, wallTime }: Change): News[] {
  const { _id, conversation_id, answer } = fullDocument!;
  const written = updateDescription?.updatedFields ?? fullDocument!;
  const outcome = written.outcome as string;
  const settled_at = (written.settled_at ?? wallTime) as Date;
  const failed = ENDED_ILL.includes(outcome);
  if (!failed && (operationType === 'insert' || answer === undefined)) return [];
  return [ofTurn({ _id, conversation_id, outcome, settled_at })];
}

/** Before and after aren't told: what is taken away was there, and what is set wasn't. */
function conversationNews({ fullDocument: row, updateDescription, wallTime }: Change): News[] {
  const id = row!._id as string;
  const { updatedFields, removedFields } = updateDescription!;
  const begun = STEPS.flatMap(([field, type]) => {
    const at = updatedFields[field];
    return at instanceof Date ? [ofStep(type, id, at)] : [];
  });
  const over = removedFields.some((field) => HANDED.includes(field));
  if (!over || row!.waiting_since || row!.taken_at || row!.merged_into) return begun;
  const at = (updatedFields.handover_at ?? wallTime) as Date;
  return [...begun, ofStep('conversation.released', id, at)];
}

/** Of a hold that is over nothing is left but the change itself. */
function holdNews(change: Change): News {
  const { operationType, documentKey, fullDocument, clusterTime, wallTime } = change;
  const _id = documentKey._id as string;
  const key = `resumed ${_id} ${clusterTime}`;
  const happenedAt = wallTime.getTime();
  if (operationType === 'delete')
    return { type: 'account.resumed', key, facts: { line: lineIn(_id) }, happenedAt };
  return ofHold({ since: wallTime, ...fullDocument, _id });
}
