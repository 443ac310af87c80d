import { randomUUID } from 'node:crypto';
import { steps as messages } from '../../../src/chat/messages/message.sqlite.js';
import type { Database } from '../../../src/storage/sqlite/database.js';
import { portOf } from '../../../src/storage/sqlite/steps.js';
import type { Crowd, Person } from './crowd.js';

export const steps = {
  add(db: Database, people: Person[]): void {
    for (const person of people) addOne(db, person);
  },
};

function addOne(db: Database, person: Person): void {
  const { id, waId, name, said, unread, takenAt, waitingSince, optedOutAt } = person;
  const [first, last] = [said[0].at, said.at(-1)!.at];
  db.run(
    `INSERT INTO conversations (id, created_at, activity_at, last_inbound_at, unread, taken_at,
       waiting_since, opted_out_at)
     VALUES (:id, :first, :last, :inbound, :unread, :takenAt, :waitingSince, :optedOutAt)`,
    {
      id,
      first,
      last,
      inbound: said.findLast(({ status }) => !status)!.at,
      unread: unread ? 1 : null,
      takenAt: takenAt ?? null,
      waitingSince: waitingSince ?? null,
      optedOutAt: optedOutAt ?? null,
    },
  );
  db.run('INSERT INTO whatsapp_sessions VALUES (:waId, :id, :name, :first, :last)', {
    waId,
    id,
    name,
    first,
    last,
  });
  for (const [at, one] of said.entries()) say(db, id, one, said[at + 1]?.id);
}

function say(db: Database, conversationId: string, said: Person['said'][0], answer?: string) {
  const { id, text, at, status } = said;
  const role = status ? 'assistant' : 'user';
  const turnId = status ? id : answer;
  const message = { id, conversationId, role, source: 'whatsapp', text, createdAt: at } as const;
  messages.insert(db, { ...message, turnId }, false);
  if (!status) return;
  db.run(
    `INSERT INTO turns (id, conversation_id, outcome, answer, mode, created_at, settled_at)
     VALUES (:id, :conversationId, 'answered', :text, 'extractive', :at, :at)`,
    { id, conversationId, text, at },
  );
  db.run(
    `INSERT INTO outbox (id, turn_id, conversation_id, position, body, state, sid, status,
       created_at, updated_at)
     VALUES (:part, :id, :conversationId, 0, :text, 'accepted', :sid, :status, :at, :at)`,
    {
      part: randomUUID(),
      sid: `SM${id.replaceAll('-', '')}`,
      id,
      conversationId,
      text,
      status,
      at,
    },
  );
}

export const open = portOf<Crowd>(steps, import.meta.url);
