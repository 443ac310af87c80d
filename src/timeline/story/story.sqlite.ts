import type { Message } from '../../chat/messages/message.js';
import { MESSAGE_COLUMNS, toMessage } from '../../chat/messages/message.sqlite.js';
import { sentPartsOf } from '../../mailbox/outbox/attempts/sent-part.sqlite.js';
import { findTurn } from '../../mailbox/turns/turn-row.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { FormerTurn, MailboxState, Story, StoryMessage, StoryTurn } from './story.js';
import type { StoryStore } from './story.store.js';

const STORY_COLUMNS = `${MESSAGE_COLUMNS}, acknowledged_ms AS acknowledgedMs, received`;
const NEVER = Number.MAX_SAFE_INTEGER;
/** A turn covers at most so many. */
const MOST_ASKED = 200;

/** The stories of messages in SQLite. */
export const steps = {
  find(db: Database, id: string): Story | null {
    const [own] = messagesOf(db, 'WHERE id = :id', { id });
    const turnId = own ? own.turnId : turnOf(db, id);
    if (!own && !turnId) return null;
    const turn = turnId ? storyTurn(db, turnId) : undefined;
    const { asked, answer } = turnId ? ofTurn(db, turnId) : exchangeOf(db, own);
    const message = own?.role === 'user' ? own : (asked[0] ?? answer ?? own);
    const conversationId = message?.conversationId ?? turn?.conversationId;
    const mailbox = conversationId && mailboxOf(db, conversationId);
    if (!message || !mailbox) return null;
    const former = asked.length ? formerOf(db, message, turn) : undefined;
    return { now: db.now(), mailbox, message, asked, answer, turn, former };
  },

  before(db: Database, { message, asked, turn, answer }: Story, limit: number): Message[] {
    const own = new Set([...asked, ...(answer ? [answer] : [])].map(({ id }) => id));
    const rows = db.all(
      `SELECT ${MESSAGE_COLUMNS} FROM messages
       WHERE conversation_id = :conversationId AND waiting IS NULL
         AND seq < COALESCE((SELECT seq FROM messages WHERE id = :until), :never)
         AND created_at <= :at
         AND (turn_id IS NULL OR (SELECT created_at FROM turns WHERE id = turn_id) <= :at)
       ORDER BY seq DESC LIMIT :limit`,
      {
        conversationId: message.conversationId,
        until: (turn ? answer?.id : message.source === 'api' && message.id) || '',
        never: NEVER,
        at: turn?.createdAt ?? NEVER,
        limit: limit + own.size,
      },
    );
    const said = rows.map(toMessage).filter(({ id }) => !own.has(id));
    return said.slice(0, limit).reverse();
  },
};

export const open = portOf<StoryStore>(steps, import.meta.url, ['find', 'before']);

function messagesOf(db: Database, which: string, values: Record<string, string | number>) {
  const rows = db.all(`SELECT ${STORY_COLUMNS} FROM messages ${which}`, values);
  return rows.map((row): StoryMessage => ({
    ...toMessage(row),
    ...(row.acknowledgedMs !== null && { acknowledgedMs: row.acknowledgedMs }),
    ...(row.received && { received: jsonIn(row.received) }),
  }));
}

/** What a turn answers, and its answer. The chat API's answers stand for their turns. */
function ofTurn(db: Database, id: string): Pick<Story, 'asked' | 'answer'> {
  const covered = `WHERE turn_id = :id AND role = 'user' ORDER BY seq LIMIT ${MOST_ASKED}`;
  const [answer] = messagesOf(db, 'WHERE id = :id', { id });
  return { asked: messagesOf(db, covered, { id }), answer };
}

/** Of one without a turn: former versions of the chat API stored question and answer together. */
function exchangeOf(db: Database, own: StoryMessage): Pick<Story, 'asked' | 'answer'> {
  const { id, conversationId, role, source } = own;
  if (source !== 'api') return { asked: role === 'user' ? [own] : [] };
  const beside = role === 'user' ? ['>', 'ASC', 'assistant'] : ['<', 'DESC', 'user'];
  const [other] = messagesOf(
    db,
    `WHERE conversation_id = :conversationId AND role = :other AND source = 'api'
       AND seq ${beside[0]} (SELECT seq FROM messages WHERE id = :id)
     ORDER BY seq ${beside[1]} LIMIT 1`,
    { id, conversationId, other: beside[2] },
  );
  if (role === 'user') return { asked: [own], answer: other };
  return { asked: other ? [other] : [], answer: own };
}

/** The turn of a part, by an id of a message that it was sent as, or a turn by its own id. */
function turnOf(db: Database, id: string): string | undefined {
  const row =
    db.get('SELECT turn_id AS id FROM outbox WHERE sid = :id', { id }) ??
    db.get(
      `SELECT turn_id AS id FROM outbox
       WHERE id = (SELECT part_id FROM former_attempts WHERE sid = :id)`,
      { id },
    ) ??
    db.get('SELECT id FROM turns WHERE id = :id', { id });
  return row?.id;
}

function storyTurn(db: Database, id: string): StoryTurn | undefined {
  const turn = findTurn(db, id);
  const row = db.get(
    `SELECT created_at AS createdAt, settled_at AS settledAt, failed, error, sources, made
     FROM turns WHERE id = :id`,
    { id },
  );
  if (!turn || !row) return undefined;
  return {
    ...turn,
    parts: sentPartsOf(db, id),
    createdAt: row.createdAt,
    ...(row.settledAt !== null && { settledAt: row.settledAt }),
    failed: row.failed === 1,
    ...(row.error !== null && { error: row.error }),
    sources: jsonIn(row.sources) ?? [],
    made: jsonIn(row.made) ?? {},
  };
}

/** The mailbox that a conversation's messages are worked on in; undefined while it is erased. */
function mailboxOf(db: Database, id: string): MailboxState | undefined {
  const row = db.get(
    `SELECT id, due_at AS dueAt, lease_until AS leaseUntil, claimed_at AS claimedAt,
       failures, taken_at IS NOT NULL AS takenOver, opted_out_at IS NOT NULL AS optedOut
     FROM conversations
     WHERE id = (SELECT COALESCE(merged_into, id) FROM conversations WHERE id = :id)`,
    { id },
  );
  if (!row) return undefined;
  const { dueAt, leaseUntil, claimedAt } = row;
  return {
    id: row.id,
    ...(dueAt !== null && { dueAt }),
    ...(leaseUntil !== null && { leaseUntil }),
    ...(claimedAt !== null && { claimedAt }),
    failures: row.failures ?? 0,
    takenOver: row.takenOver === 1,
    optedOut: row.optedOut === 1,
  };
}

/**
 * The latest earlier turn that was in work when the message came, and was settled before the message's
 * own turn was made: what was settled after that was settled anew.
 */
function formerOf(
  db: Database,
  { conversationId, createdAt }: Message,
  turn?: StoryTurn,
): FormerTurn | undefined {
  const row = db.get(
    `SELECT id, created_at AS createdAt, settled_at AS settledAt FROM turns
     WHERE conversation_id = :conversationId AND id <> :id
       AND COALESCE(settled_at, :open) > :createdAt AND COALESCE(settled_at, :open) <= :before
     ORDER BY seq DESC LIMIT 1`,
    {
      conversationId,
      id: turn?.id ?? '',
      createdAt,
      before: turn?.createdAt ?? NEVER,
      open: NEVER,
    },
  );
  if (!row) return undefined;
  const { settledAt, ...former } = row;
  return { ...former, ...(settledAt !== null && { settledAt }) } as FormerTurn;
}
