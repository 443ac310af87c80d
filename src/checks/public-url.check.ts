import { isLoopback } from '../env/env.js';
import { ok, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';
import { type Answer, get, httpOf, isAlive } from './requests.js';

/** Whether PUBLIC_URL leads here, as far as this machine can see. */
export async function publicUrl(installation: Installation): Promise<Result> {
  const { endpoints, running } = installation;
  const { publicUrl: url, unreachable } = endpoints;
  if (unreachable)
    return wrong(
      `${url} is ${isLoopback(url) ? 'an address of this machine only' : 'not on the public internet'}: ` +
        'Twilio cannot call it',
      'Set PUBLIC_URL to what Twilio can reach: a reverse proxy with TLS, or a tunnel.',
    );
  const answer = await get(`${url}/health/live`).catch((error: Error) => error.message);
  if (typeof answer !== 'string' && isAlive(answer)) return ok(`${url}${whoCalls(installation)}`);
  if (endpoints.simulator && !(await running.alive()))
    return skipped(`${url}: not checked, Recado does not run`);
  if (typeof answer !== 'string') return otherServer(url, answer);
  const plain = /WRONG_VERSION_NUMBER/.test(answer) ? 'no TLS is spoken there: ' : '';
  return wrong(`${url}: ${plain}${answer}`, cureOf(answer));
}

function whoCalls({ endpoints }: Installation): string {
  if (endpoints.simulator) return ' leads here; only the simulator calls it';
  return ' leads here, seen from this machine';
}

/** The cause and the cure where something answers that isn't Recado. */
function otherServer(url: string, answer: Answer): Result {
  const { status, location } = answer;
  const health = `${url}/health/live`;
  if (status >= 300 && status < 400)
    return wrong(
      `${health} redirects (HTTP ${status}) to ${withoutQuery(location)}`,
      'Set PUBLIC_URL to where it leads in the end: Twilio signs the address that it was given.',
    );
  const came = httpOf(answer);
  if (status === 502 || status === 503 || status === 504)
    return wrong(
      `${health}: ${came}: the proxy gets no answer`,
      'See whether Recado runs, and whether the proxy passes to its HOST and PORT.',
    );
  if (status === 401 || status === 403)
    return wrong(
      `${health}: ${came}: the proxy wants a sign-in`,
      'Let the proxy pass /api/v1/whatsapp/webhook and /api/v1/whatsapp/status without one.',
    );
  return wrong(
    `${health}: ${came}, and not from Recado`,
    'See which server has this name, and whether the proxy passes on this path (its prefix too).',
  );
}

function cureOf(reason: string): string {
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return 'See the DNS record of the name in PUBLIC_URL.';
  if (/WRONG_VERSION_NUMBER/.test(reason))
    return 'Name the address of the proxy that speaks TLS; plain HTTP has an address of http://.';
  if (/ERR_SSL_/.test(reason))
    return 'See the TLS of the proxy: Twilio speaks version 1.2 or newer.';
  if (/CERT|certificate|SSL|TLS/i.test(reason))
    return 'The certificate must be one that Twilio trusts: renew it, with its whole chain.';
  if (/ECONNREFUSED/.test(reason)) return 'Start Recado, and the proxy or the tunnel before it.';
  return 'See whether the proxy or the tunnel runs, and whether a firewall is before it.';
}

function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/, '') || 'nowhere';
}
