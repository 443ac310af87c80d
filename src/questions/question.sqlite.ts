import { MESSAGE_COLUMNS, toMessage } from '../chat/messages/message.sqlite.js';
import { curatedAmong } from '../knowledge/answers/served.js';
import type { Outcome } from '../mailbox/turns/turn.js';
import type { Database } from '../storage/sqlite/database.js';
import { jsonIn } from '../storage/sqlite/json.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Exchange } from './question.js';
import { isExchange, newestFirst, type QuestionStore } from './question.store.js';

interface TurnRow {
  id: string;
  conversationId: string;
  outcome: Outcome | null;
  mode: string | null;
  limited: number;
  endsAs: string | null;
  sources: string | null;
  branch: string | null;
}

const NOT_ERASED = 'conversation_id NOT IN (SELECT conversation_id FROM erasures)';

/** Questions in SQLite. */
export const steps = {
  latest(db: Database, most: number): Exchange[] {
    return newestFirst([...byWhatsApp(db, most), ...byApi(db, most)]);
  },
};

export const open = portOf<QuestionStore>(steps, import.meta.url, ['latest']);

function byWhatsApp(db: Database, most: number): Exchange[] {
  const turns = db.all<TurnRow>(
    `SELECT id, conversation_id AS conversationId, outcome, mode, limited, ends_as AS endsAs, sources,
       json_extract(made, '$.branch') AS branch
     FROM turns WHERE seq > (SELECT MAX(seq) FROM turns) - :most AND ${NOT_ERASED} ORDER BY seq DESC`,
    { most },
  );
  return turns.filter(isExchange).map((turn) => exchangeOf(db, turn));
}

function exchangeOf(
  db: Database,
  { id, conversationId, outcome, mode, branch, sources }: TurnRow,
): Exchange {
  const asked = `turn_id = :id AND role = 'user'`;
  const rows = db.all(`SELECT ${MESSAGE_COLUMNS} FROM messages WHERE ${asked} ORDER BY seq`, {
    id,
  });
  const [curatedId] = curatedAmong(jsonIn(sources, []) as unknown[]);
  return {
    conversationId,
    messages: rows.map(toMessage),
    ...(outcome && { outcome }),
    ...(mode && { mode }),
    ...(branch && { branch }),
    ...(curatedId && { curatedId }),
  };
}

/** Of the chat API, whose exchanges have no turn: the question says how it was answered. */
function byApi(db: Database, most: number): Exchange[] {
  const rows = db.all(
    `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE source = 'api' AND role = 'user'
     AND seq > 0 AND ${NOT_ERASED} ORDER BY seq DESC LIMIT :most`,
    { most },
  );
  return rows.map((row) => {
    const message = toMessage(row);
    const { conversationId, details } = message;
    return { conversationId, messages: [message], ...details?.answered };
  });
}
