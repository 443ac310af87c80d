/** A message as Twilio lists it. Addresses have `whatsapp:` in front; times are milliseconds. */
export interface ListedMessage {
  sid: string;
  inbound: boolean;
  /** Null for one by a Messaging Service that has no sender yet. */
  from: string | null;
  to: string;
  body: string;
  status: string;
  createdAt: number;
  /** When it was sent, or came in; undefined while it waits. */
  sentAt?: number;
  errorCode?: number;
  errorMessage?: string;
  mediaCount: number;
  messagingServiceSid: string | null;
}

/** Reads a message of the list; undefined for one without an id, a recipient or a date. */
export function listedMessage(given: unknown): ListedMessage | undefined {
  if (typeof given !== 'object' || !given) return undefined;
  const row = given as Record<string, unknown>;
  const [sid, to] = [text(row.sid), text(row.to)];
  const createdAt = timeOf(row.date_created);
  if (!sid || !to || createdAt === undefined) return undefined;
  const code = Number(row.error_code);
  return {
    sid,
    inbound: String(row.direction).startsWith('inbound'),
    from: text(row.from) ?? null,
    to,
    body: text(row.body) ?? '',
    status: text(row.status) ?? 'unknown',
    createdAt,
    sentAt: timeOf(row.date_sent),
    ...(code > 0 && { errorCode: code }),
    errorMessage: text(row.error_message),
    mediaCount: Number(row.num_media) || 0,
    messagingServiceSid: text(row.messaging_service_sid) ?? null,
  };
}

/** The query of the next page: the path is ours to choose, whatever the answer says. */
export function nextPage(uri: unknown): string | undefined {
  const query = text(uri)?.split('?')[1];
  return query || undefined;
}

/** A text that isn't empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

/** Twilio writes times as RFC 2822. */
function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
