import type { Database } from '../storage/sqlite/database.js';
import { addressIn, type LineAddress } from '../config/lines/line-address.js';
import { formsOf } from './phones/forms.js';
import type { Session } from './session.js';

const COLUMNS = `wa_id AS waId, conversation_id AS conversationId, profile_name AS profileName,
  created_at AS createdAt, updated_at AS updatedAt`;

/** Finds the session of an address, in whichever form the phone is written. */
export function sessionAt(db: Database, waId: string): Session | undefined {
  for (const form of formsOf(waId)) {
    const found = rowAt(db, form);
    if (found) return found;
  }
  return undefined;
}

/** Finds the session of an address in this form. */
export function rowAt(db: Database, waId: string): Session | undefined {
  return db.get<Session>(`SELECT ${COLUMNS} FROM whatsapp_sessions WHERE wa_id = :waId`, { waId });
}

/** Returns the addresses of a conversation: phones first, then user ids, then a group's. */
export function sessionsIn(db: Database, conversationId: string): Session[] {
  return rowsIn(db, conversationId).map((row) => ({ ...row, waId: addressIn(row.waId) }));
}

/** Returns the same addresses on their line, without their profile names and times. */
export function keysIn(db: Database, conversationId: string): LineAddress[] {
  return rowsIn(db, conversationId).map(({ waId }) => waId);
}

function rowsIn(db: Database, conversationId: string): Session[] {
  return db.all<Session>(
    `SELECT ${COLUMNS} FROM whatsapp_sessions WHERE conversation_id = :conversationId
     ORDER BY wa_id LIKE '+%' DESC, wa_id GLOB '[A-Z][A-Z].ENT.*', updated_at DESC, wa_id`,
    { conversationId },
  );
}

/** Returns the same addresses without their profile names and times. */
export function addressesIn(db: Database, conversationId: string): string[] {
  return sessionsIn(db, conversationId).map(({ waId }) => waId);
}
