import { randomBytes, randomUUID } from 'node:crypto';
import { reasonOf } from '../../checks/finding.js';
import { signatureOf } from '../../whatsapp/signature/signing.js';
import { NotNow } from '../reach.js';

/** What a webhook says. */
export interface Said {
  from: string;
  text: string;
  media?: string[];
  mediaType: string;
  location?: string;
  profileName?: string;
  sid?: string;
  field?: string[];
}

/** Whose webhook it is. */
export interface Signing {
  /** The address that is signed; it may be called at another one. */
  url: string;
  account: string;
  business: string;
  authToken: string;
}

/** What came back. */
export interface CameBack {
  message_sid: string;
  url: string;
  /** Null: no answer. */
  status: number | null;
  content_type: string | null;
  body: string;
  error: string | null;
  ms: number;
}

/** Milliseconds: Twilio itself waits for 15 seconds. */
const TIMEOUT_MS = 15_000;

/** The fields of a message, as Twilio sends them. Throws a `NotNow` for what has another form. */
export function formOf(said: Said, { account, business }: Signing): Record<string, string> {
  const from = addressed(said.from);
  const sid = said.sid ?? `SM${randomBytes(16).toString('hex')}`;
  const media = said.media ?? [];
  const name = said.profileName;
  return {
    SmsMessageSid: sid,
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: account,
    From: from,
    To: addressed(business),
    Body: said.text,
    NumMedia: String(media.length),
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
    ...(from.startsWith('whatsapp:+') && { WaId: from.slice('whatsapp:+'.length) }),
    ...(name !== undefined && { ProfileName: name }),
    ...Object.fromEntries(media.map((url, at) => [`MediaUrl${at}`, url])),
    ...Object.fromEntries(media.map((_, at) => [`MediaContentType${at}`, said.mediaType])),
    ...(said.location && place(said.location)),
    ...Object.fromEntries((said.field ?? []).map(pair)),
  };
}

/** Posts a form once, and returns what came back; it never throws. */
export async function post(
  called: string,
  form: Record<string, string>,
  { url, authToken }: Signing,
  token = randomUUID(),
): Promise<CameBack> {
  const began = performance.now();
  const told = { message_sid: form.MessageSid, url };
  const ended = () => Math.round(performance.now() - began);
  try {
    const response = await fetch(called, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'User-Agent': 'TwilioProxy/1.1',
        Accept: '*/*',
        'I-Twilio-Idempotency-Token': token,
        'X-Twilio-Signature': signatureOf(url, form, authToken),
      },
      body: new URLSearchParams(form),
    });
    const body = await response.text();
    const content_type = response.headers.get('content-type');
    return { ...told, status: response.status, content_type, body, error: null, ms: ended() };
  } catch (error) {
    const nothing = { status: null, content_type: null, body: '' };
    return { ...told, ...nothing, error: reasonOf(error), ms: ended() };
  }
}

function addressed(address: string): string {
  return address.startsWith('whatsapp:') ? address : `whatsapp:${address}`;
}

function place(location: string): Record<string, string> {
  const [, Latitude, Longitude] = /^(-?[\d.]+),\s*(-?[\d.]+)$/.exec(location) ?? [];
  if (Longitude === undefined) throw new NotNow('--location must look like 40.4168,-3.7038.');
  return { Latitude, Longitude };
}

function pair(field: string): [string, string] {
  const at = field.indexOf('=');
  if (at < 1) throw new NotNow(`--field must look like ButtonPayload=yes, not ${field}.`);
  return [field.slice(0, at), field.slice(at + 1)];
}
