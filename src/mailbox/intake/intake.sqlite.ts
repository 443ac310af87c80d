import { steps as messages } from '../../chat/messages/message.sqlite.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import type { Database } from '../../storage/sqlite/database.js';
import { portOf } from '../../storage/sqlite/steps.js';
import { arrived } from '../queue/mailbox-row.sqlite.js';
import { wasErased } from './erased.sqlite.js';
import { acceptedOnceErased, type Accepted, type Inbound } from './inbound.js';
import type { IntakeStore } from './intake.store.js';
import { inherit, mergeSome } from './merge.sqlite.js';

/** Accepts messages in SQLite, where storing and waking are one transaction. */
export const steps = {
  accept(db: Database, inbound: Inbound): Accepted {
    const known = db.get<{ conversationId: string }>(
      'SELECT conversation_id AS conversationId FROM messages WHERE id = :id',
      { id: inbound.id },
    );
    if (known) return { ...known, messageId: inbound.id, duplicate: true, busy: false };
    if (wasErased(db, inbound.id)) return acceptedOnceErased(inbound.id);
    const { conversationId, merged = [] } = sessions.getOrCreate(db, inbound);
    for (const younger of merged) inherit(db, younger, conversationId);
    const { id, text, details, received } = inbound;
    const createdAt = inbound.receivedAt ?? db.now();
    messages.insert(
      db,
      { id, conversationId, role: 'user', source: 'whatsapp', text, details, createdAt, received },
      true,
    );
    const busy = arrived(db, conversationId, createdAt);
    return { conversationId, messageId: id, duplicate: false, busy };
  },

  mergeSome,
};

export const open = portOf<IntakeStore>(steps, import.meta.url);
