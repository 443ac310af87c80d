import type { Request } from 'express';
import type { ReceivedRequest } from '../../chat/messages/received.js';
import { HIDDEN } from '../../log/mask.js';
import { clean, type Form } from './form.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** By whose secret it was signed, in words; set by the signature guard. */
    signedBy?: string;
  }
}

/** What of a form is kept: fields, characters of one, and of all of them. */
const [MOST_FIELDS, MOST_OF_ONE, MOST_CHARS] = [60, 1000, 8000];

/** The headers that say something of a request to a person. None holds a secret. */
const KEPT =
  'host user-agent accept content-type content-length x-request-id i-twilio-idempotency-token \
x-home-region x-twilio-webhooks-signature-settings'.split(' ');
/** Of these only is kept that they were there. */
const SECRET = ['x-twilio-signature', 'authorization', 'cookie'];

/**
 * A request as it is kept with the message that it brought: without its signature, the values of its
 * query, which may be secrets of a proxy, and `Body` where that is `text`, the message's own, which no media will add to.
 */
export function receivedRequest(request: Request, text?: string): ReceivedRequest {
  const form = fieldsOf(request.body as Form, text);
  return {
    id: request.requestId,
    method: request.method,
    url: withoutValues(request.originalUrl),
    headers: headersOf(request.headers),
    form: form.fields,
    ...(request.signedBy && { signedBy: request.signedBy }),
    ...(form.cut && { cut: true }),
  };
}

function withoutValues(url: string): string {
  const [path, query] = url.split('?', 2);
  if (query === undefined) return path;
  const names = query.split('&').map((pair) => pair.split('=', 1)[0].slice(0, MOST_OF_ONE));
  return `${path}?${names.map((name) => `${name}=${HIDDEN}`).join('&')}`;
}

function headersOf(headers: Request['headers']): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value).slice(0, MOST_OF_ONE)]];
  });
  const hidden = SECRET.filter((name) => headers[name] !== undefined);
  return Object.fromEntries([...kept, ...hidden.map((name) => [name, HIDDEN])]);
}

function fieldsOf(form: Form, text?: string): { fields: Record<string, string>; cut: boolean } {
  const all = Object.entries(form ?? {}).filter(([name, value]) => !isOwnText(name, value, text));
  const fields: Record<string, string> = {};
  let left = MOST_CHARS;
  let cut = all.length > MOST_FIELDS;
  for (const [name, value] of all.slice(0, MOST_FIELDS)) {
    const whole = [value].flat().join(', ');
    const room = Math.min(MOST_OF_ONE, Math.max(0, left - name.length));
    if (!room && whole) cut = true;
    else fields[name.slice(0, MOST_OF_ONE)] = clean(whole.slice(0, room));
    cut ||= whole.length > room;
    left -= name.length + Math.min(whole.length, room);
  }
  return { fields, cut };
}

/** A text is kept once. */
function isOwnText(name: string, value: Form[string], text?: string): boolean {
  return name === 'Body' && value !== '' && value === text;
}
