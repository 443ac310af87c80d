import { randomUUID } from 'node:crypto';
import { toRow } from '../../../src/chat/messages/message.mongo.js';
import { senderWords } from '../../../src/sessions/finding/sender-words.js';
import type { Collections } from '../../../src/storage/mongo/collections.js';
import { begunOn } from '../../../src/storage/mongo/rows/conversation.js';
import { nextInOrder } from '../../../src/storage/mongo/rows/message.js';
import type { Crowd, Person } from './crowd.js';

const date = (at: number | undefined) => (at === undefined ? undefined : new Date(at));

function conversationOf({ id, said, unread, takenAt, waitingSince, optedOutAt }: Person) {
  const times = {
    created_at: date(said[0].at),
    activity_at: date(said.at(-1)!.at),
    last_inbound_at: date(said.findLast(({ status }) => !status)!.at),
    taken_at: date(takenAt),
    waiting_since: date(waitingSince),
    opted_out_at: date(optedOutAt),
  };
  const given = Object.entries(times).filter(([, value]) => value);
  return {
    _id: id,
    ...begunOn('whatsapp'),
    ...Object.fromEntries(given),
    ...(unread && { unread }),
  };
}

function sessionOf({ id, waId, name, said }: Person) {
  const [created_at, updated_at] = [date(said[0].at), date(said.at(-1)!.at)];
  const words = senderWords(waId, name);
  return { wa_id: waId, conversation_id: id, profile_name: name, words, created_at, updated_at };
}

function rowsOf({ id: conversationId, said }: Person) {
  return said.map(({ id, text, at, status }, n) => {
    const role = status ? 'assistant' : 'user';
    const turnId = status ? id : said[n + 1]?.id;
    const message = { id, conversationId, role, source: 'whatsapp', text, createdAt: at } as const;
    const common = { conversation_id: conversationId, created_at: date(at) };
    return {
      message: toRow({ ...message, turnId }, false),
      turn: {
        _id: id,
        seq: nextInOrder(),
        outcome: 'answered',
        answer: text,
        mode: 'extractive',
        ...common,
      },
      part: {
        _id: randomUUID(),
        turn_id: id,
        position: 0,
        body: text,
        state: 'accepted',
        sid: `SM${id.replaceAll('-', '')}`,
        status,
        ...common,
      },
      sent: !!status,
    };
  });
}

export const open = (db: Collections): Crowd => ({
  async add(people) {
    const rows = people.flatMap(rowsOf);
    const sent = rows.filter((row) => row.sent);
    for (const [{ collection }, all] of [
      [db.conversations, people.map(conversationOf)],
      [db.sessions, people.map(sessionOf)],
      [db.messages, rows.map(({ message }) => message)],
      [db.turns, sent.map(({ turn }) => turn)],
      [db.outbox, sent.map(({ part }) => part)],
    ] as const)
      await collection.insertMany(all as never[], { ordered: true });
  },
});
