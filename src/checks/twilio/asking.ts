import { SystemClock } from '../../clock.js';
import { isLoopback } from '../../env/env.js';
import { maskSid } from '../../log/mask.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from '../../whatsapp/sending/twilio-answer.js';
import { TwilioClient } from '../../whatsapp/sending/twilio.client.js';
import { type Result, skipped, TIMEOUT_MS } from '../finding.js';
import type { Installation } from '../installation.js';

/** Milliseconds for all that a check asks, and for one request of it. */
const ALL_MS = TIMEOUT_MS - 1000;
const EACH_MS = 4000;

/** One of Twilio's hosts, such as messaging.twilio.com. */
type Host = 'messaging' | 'monitor' | 'webhooks';
export type Json = Partial<Record<string, unknown>>;

/** Something can't be read at Twilio. That isn't a fault of this installation. */
class Unread extends Error {
  /** Twilio itself says that there is no such thing. */
  missing = false;
}

/** Twilio's code for what isn't there; a server in its place may answer 404 without it. */
const NOT_FOUND = 20404;

/** Reads at Twilio: one thing, or a list page by page. */
export interface Twilio {
  read(host: Host, path: string): Promise<Json>;
  /** Undefined where Twilio says that there is no such thing. */
  find(host: Host, path: string): Promise<Json | undefined>;
  /** A list, likewise. */
  findAll(host: Host, path: string): Promise<Json[] | undefined>;
  /** The first pages, 3 unless said otherwise. */
  list(host: Host, path: string, pages?: number): Promise<Json[]>;
}

/**
 * Looks at what Twilio has configured. Nothing is changed there. What can't be read is `skipped`, with
 * the reason: an API key may lack the right, a server in Twilio's place may not know the resource.
 */
export async function atTwilio(
  installation: Installation,
  look: (twilio: Twilio) => Promise<Result>,
): Promise<Result> {
  const { endpoints } = installation;
  if (endpoints.simulator) return skipped('the simulator has nothing configured there');
  if (!installation.accountTaken) return skipped('not checked: Twilio must take the account first');
  const client = new TwilioClient(new SystemClock(), endpoints);
  try {
    return await look(reader(client, installation));
  } catch (error) {
    if (error instanceof Unread) return skipped(`not read: ${error.message}`);
    throw error;
  } finally {
    client.onApplicationShutdown();
  }
}

function reader(client: TwilioClient, installation: Installation): Twilio {
  const end = Date.now() + ALL_MS;
  const read = async (host: Host, path: string): Promise<Json> => {
    if (leavesTest(host, installation)) throw new Unread(ELSEWHERE);
    const deadline = Math.min(end, Date.now() + EACH_MS);
    const url = `https://${host}.twilio.com${path}`;
    const answer = await client
      .read(installation.config, url, deadline)
      .catch((error: unknown) => Promise.reject(unanswered(host, error)));
    const { status, body } = answer;
    if (status !== 200) throw unreadOf(host, answer, installation);
    if (typeof body === 'object' && body !== null) return body as Json;
    throw new Unread(`${host}.twilio.com answers with something else than JSON`);
  };
  const list = async (host: Host, path: string, pages = 3): Promise<Json[]> => {
    const items: Json[] = [];
    for (let next: string | undefined = path, n = 0; next && n < pages; n++) {
      const page: Json = await read(host, next);
      items.push(...itemsIn(page));
      next = nextOf(page);
    }
    return items;
  };
  return {
    read,
    list,
    find: (host, path) => unlessMissing(read(host, path)),
    findAll: (host, path) => unlessMissing(list(host, path)),
  };
}

function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof Unread && error.missing) return undefined;
    throw error;
  });
}

const ELSEWHERE =
  'TWILIO_API_BASE is on this machine and TWILIO_MESSAGING_API_BASE is not: set both alike';

/** Beside a Twilio on this machine nothing is asked of another one. */
function leavesTest(host: Host, { endpoints }: Installation): boolean {
  const { twilioApiBase, twilioMessagingApiBase } = endpoints;
  return host === 'messaging' && isLoopback(twilioApiBase) && !isLoopback(twilioMessagingApiBase);
}

function unanswered(host: Host, error: unknown): unknown {
  if (!(error instanceof NoAnswer)) return error;
  return new Unread(`${host}.twilio.com gives no answer: ${error.message}`);
}

function unreadOf(host: Host, answer: TwilioAnswer, installation: Installation): Unread {
  const unread = new Unread(refusalOf(host, answer, installation));
  unread.missing = answer.status === 404 && bodyOf(answer.body).code === NOT_FOUND;
  return unread;
}

function refusalOf(host: Host, { status, body }: TwilioAnswer, { config }: Installation): string {
  const { code } = bodyOf(body);
  const answer = `HTTP ${status}${typeof code === 'number' ? `, ${code}` : ''}`;
  const { twilioApiKeySid: key } = config;
  const who = key ? `API key ${maskSid(key)}` : 'the account';
  if (status === 401 || status === 403)
    return `${who} may not read it at ${host}.twilio.com (${answer}); look in Twilio's console`;
  if (status === 404) return `${host}.twilio.com knows nothing of it (${answer})`;
  return `${host}.twilio.com answers ${answer}; try again later`;
}

/** The items of a page, whose name Twilio gives, or else the only list in it. */
function itemsIn(page: Json): Json[] {
  const { key } = (page.meta ?? {}) as Json;
  const found = typeof key === 'string' ? page[key] : Object.values(page).find(Array.isArray);
  return Array.isArray(found) ? (found as Json[]) : [];
}

/** The path of the next page; its host is ours to say. */
function nextOf(page: Json): string | undefined {
  const { next_page_url: next } = (page.meta ?? {}) as Json;
  if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
  const { pathname, search } = new URL(next);
  return pathname + search;
}

/** An address without what may be secret in it: user, query and fragment. */
export function bareAddress(address: unknown): string {
  if (typeof address !== 'string' || !URL.canParse(address)) return '';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}
