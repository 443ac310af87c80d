import { ApiProperty } from '@nestjs/swagger';
import { withoutScheme } from '../address.js';
import type { Message } from '../chat/messages/message.js';
import type { ReceivedRequest } from '../chat/messages/received.js';
import { iso } from '../clock.js';
import { HIDDEN, maskAddress, maskPerson, maskSid } from '../log/mask.js';
import { maskAddressesIn } from '../log/redaction.js';

/** Fields of a form that name a person, and those that say more of one. */
const NAMES = 'From WaId ProfileName ExternalUserId ParentExternalUserId'.split(' ');
const PRIVATE = 'ChannelMetadata Latitude Longitude Address Label'.split(' ');
/** Shorter names are found in any text. */
const SHORTEST = 3;
/** The text is shown anyway, and the business's own number is nobody's secret. */
const OPEN = ['Body', 'To'];

/** The request that brought a message, as it came, but for its signature and secrets. */
export class RequestView {
  @ApiProperty({ description: 'Its X-Request-Id: the log has it, too.' })
  request_id: string;
  @ApiProperty({ example: 'POST' })
  method: string;
  @ApiProperty({
    example: '/api/v1/whatsapp/webhook',
    description: 'The path that was called, and the names of its query.',
  })
  path: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Names and numbers of people are masked unless `reveal=true`.',
  })
  form: Record<string, string>;
  @ApiProperty({ type: String, nullable: true, example: 'the auth token' })
  signed_by: string | null;
  @ApiProperty({ description: 'There was more of it, or it was longer.' })
  cut: boolean;
}

/** How a message came in. */
export class ReceivedView {
  @ApiProperty({
    enum: ['webhook', 'status', 'list'],
    description:
      "By its webhook, at the address for status callbacks, or found in Twilio's list when no " +
      'webhook came.',
  })
  via: 'webhook' | 'status' | 'list';
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Milliseconds until it was durable and acknowledged, where this is known.',
  })
  acknowledged_ms: number | null;
  @ApiProperty({ type: RequestView, nullable: true, description: 'None where it was found.' })
  request: RequestView | null;

  /** The view of how a message came; null where nothing is kept of it. */
  static of(
    message: Pick<Message, 'text' | 'received'> & { acknowledgedMs?: number },
    { reveal }: { reveal: boolean },
  ): ReceivedView | null {
    const { received, acknowledgedMs } = message;
    if (!received) return null;
    const { via, at, request } = received;
    return {
      via,
      at: iso(at),
      acknowledged_ms: acknowledgedMs ?? null,
      request: request ? requestView(request, message.text, reveal) : null,
    };
  }
}

function requestView(request: ReceivedRequest, text: string, reveal: boolean): RequestView {
  const { id, method, url, headers, form, signedBy, cut = false } = request;
  // It was kept once, as the message's text.
  const whole = 'Body' in form ? form : { ...form, Body: text };
  const named = NAMES.map((name) => withoutScheme(whole[name] ?? ''));
  const known = named.filter(({ length }) => length >= SHORTEST);
  const fields = Object.entries(whole).map(([name, value]) => {
    // An account's id is masked in any case, as everywhere.
    const shown = value.replace(/\bAC[0-9a-f]{32}\b/g, maskSid);
    return [name, reveal ? shown : masked(name, shown, known)];
  });
  return {
    request_id: id,
    method,
    path: url,
    headers,
    form: Object.fromEntries(fields),
    signed_by: signedBy ?? null,
    cut,
  };
}

/** Fields that Twilio adds may name a person again. */
function masked(name: string, value: string, known: string[]): string {
  if (OPEN.includes(name)) return value;
  if (PRIVATE.includes(name)) return value && HIDDEN;
  if (NAMES.includes(name)) return isScheme(value) ? maskAddress(value) : maskPerson(value);
  const unnamed = known.reduce((text, one) => text.replaceAll(one, maskPerson(one)), value);
  return maskAddressesIn(unnamed);
}

function isScheme(value: string): boolean {
  return withoutScheme(value) !== value;
}
