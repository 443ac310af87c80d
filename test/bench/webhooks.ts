import { randomBytes } from 'node:crypto';
import { stringify } from 'node:querystring';
import webhooks from 'twilio/lib/webhooks/webhooks.js';

/** What Twilio was told to call where nobody works: the same for every server, so that one request fits them all. */
export const PUBLIC_URL = 'https://bench.example.com';
export const PATH = '/api/v1/whatsapp/webhook';
export const ACCOUNT_SID = `AC${'b'.repeat(32)}`;
export const AUTH_TOKEN = 'a'.repeat(32);
export const BUSINESS = 'whatsapp:+14155238886';

/** +1 500 555 0000 to 9999 is Twilio's range for tests. */
export const SENDERS = 10_000;

/** A webhook ready to be written to a socket. */
export interface Webhook {
  sid: string;
  /** Its sender's address. */
  from: string;
  bytes: Buffer;
}

/** So many distinct messages, from 10,000 senders by turns, signed for a server's address and put into bytes. */
export function signedWebhooks(count: number, { from = 0, to = PUBLIC_URL } = {}): Webhook[] {
  return Array.from({ length: count }, (_, n) => signedWebhook(from + n, to));
}

function signedWebhook(n: number, to: string): Webhook {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const form = formOf(sid, `1500555${String(n % SENDERS).padStart(4, '0')}`, n);
  const body = stringify(form);
  const signature = webhooks.getExpectedTwilioSignature(AUTH_TOKEN, to + PATH, form);
  const head = [
    `POST ${PATH} HTTP/1.1`,
    'Host: bench.example.com',
    'User-Agent: TwilioProxy/1.1',
    'Accept: */*',
    'Content-Type: application/x-www-form-urlencoded; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `I-Twilio-Idempotency-Token: ${randomBytes(16).toString('hex')}`,
    'X-Home-Region: us1',
    `X-Twilio-Signature: ${signature}`,
  ];
  return { sid, from: form.From, bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`) };
}

/** The fields that Twilio sends with a text on WhatsApp. */
function formOf(sid: string, waId: string, n: number): Record<string, string> {
  return {
    SmsMessageSid: sid,
    NumMedia: '0',
    ProfileName: 'Ana María',
    MessageType: 'text',
    SmsSid: sid,
    WaId: waId,
    SmsStatus: 'received',
    Body: `¿Qué horario tenéis el sábado? (${n})`,
    To: BUSINESS,
    NumSegments: '1',
    ReferralNumMedia: '0',
    MessageSid: sid,
    AccountSid: ACCOUNT_SID,
    From: `whatsapp:+${waId}`,
    ApiVersion: '2010-04-01',
  };
}
