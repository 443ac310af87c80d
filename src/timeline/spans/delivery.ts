import { endedAt } from '../../mailbox/outbox/attempts/attempt-end.js';
import { isRead, progressOf } from '../../whatsapp/webhook/status-progress.js';
import type { SentPart } from '../../mailbox/outbox/attempts/sent-part.js';
import type { Story } from '../story/story.js';
import type { Span } from './span.js';

/** Milliseconds after which no word of a delivery is waited for: callbacks come within seconds. */
const WAITED_FOR_MS = 60 * 60_000;

/** The way of each part that Twilio took: to the phone, and until it was read. */
export function deliverySpans({ turn, now }: Story): Span[] {
  const parts = turn?.parts ?? [];
  return parts.flatMap((part, at) => spansOf(part, now).map((span) => ({ ...span, part: at + 1 })));
}

function spansOf(part: SentPart, now: number): Span[] {
  const last = part.log.at(-1);
  const began = (last && (endedAt(last) ?? last.at)) ?? part.attemptedAt;
  if (part.state !== 'accepted' || began === undefined) return [];
  const base = { group: 'delivered', tone: 'good' } as const;
  const delivered = toldAt(part, (status) => progressOf(status).delivered);
  const read = toldAt(part, isRead);
  const arrived = delivered ?? read;
  if (arrived === undefined) {
    const young = now < began + WAITED_FOR_MS;
    return young ? [{ ...base, name: 'delivery', tone: 'calm', began, waitsFor: 'callback' }] : [];
  }
  const delivery = { ...base, name: 'delivery', began, ended: Math.max(began, arrived) } as const;
  if (read === undefined || read <= delivery.ended) return [delivery];
  return [delivery, { ...base, name: 'unread', began: delivery.ended, ended: read }];
}

/** When it was told that the message which stands for the part came so far. */
function toldAt({ heard, sid }: SentPart, far: (status: string) => boolean): number | undefined {
  return heard.find((one) => one.sid === sid && far(one.status))?.at;
}
