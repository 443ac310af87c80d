import { iso } from '../../clock.js';
import { listed, saidIn, type Direction, type Message, type MessageStatus } from './message.js';

export type LedgerEvent = 'created' | 'status' | 'redacted' | 'deleted';

/** A line of the ledger: the message as it is from now on, and what happened to it. */
export function ledgerEntry(event: LedgerEvent, message: Message) {
  return {
    event,
    ...listed(message),
    status_callback: message.statusCallback,
    updated_at: iso(message.updatedAt),
    sent_at: message.sentAt === null ? null : iso(message.sentAt),
    send_at: message.sendAt === null ? null : iso(message.sendAt),
    external_user_id: message.externalUserId,
    messaging_service_sid: message.messagingServiceSid,
    content_sid: message.contentSid,
    redacted: message.redacted,
    deleted: message.deleted,
  };
}

export type LedgerEntry = ReturnType<typeof ledgerEntry>;

/** The message that a line tells of; older lines have no `send_at`, `redacted` and `deleted`. */
export function fromLedger(entry: LedgerEntry): Message {
  return {
    sid: entry.sid,
    direction: entry.direction as Direction,
    from: entry.from,
    to: entry.to,
    body: entry.body,
    status: entry.status as MessageStatus,
    createdAt: Date.parse(entry.created_at),
    updatedAt: Date.parse(entry.updated_at),
    sentAt: entry.sent_at === null ? null : Date.parse(entry.sent_at),
    sendAt: entry.send_at ? Date.parse(entry.send_at) : null,
    media: entry.media.map(({ sid, content_type, url }) => ({
      sid,
      contentType: content_type,
      url,
    })),
    statusCallback: entry.status_callback,
    errorCode: entry.error_code,
    externalUserId: entry.external_user_id,
    messagingServiceSid: entry.messaging_service_sid,
    contentSid: entry.content_sid,
    ...(entry.taps && { taps: entry.taps }),
    said: saidIn(entry),
    redacted: entry.redacted ?? false,
    deleted: entry.deleted ?? false,
  };
}
