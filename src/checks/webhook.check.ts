import { type SharedKey, sharedKeysIn } from '../env/shared-keys.js';
import { type Challenge, PROOF } from '../whatsapp/signature/probe-challenges.js';
import { webhookProbe } from '../whatsapp/signature/webhook-probe.js';
import { ok, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';
import { type Answer, httpOf, postForm } from './requests.js';

/** A probe, with what proves that it came to this very installation where that is asked for. */
interface Probe {
  url: string;
  sid: string;
  challenge?: Challenge;
}

/**
 * Whether a request signed as Twilio signs it is taken, by the way that Twilio's would come. It has no
 * sender: nothing is kept of it. 400 says that the signature was right; with a `challenge`, the proof
 * says that this installation took it, and not another one of the same account.
 */
export async function webhook(installation: Installation, challenge?: Challenge): Promise<Result> {
  const { config, endpoints } = installation;
  const { webhookUrl: url } = endpoints;
  const { twilioAccountSid: sid, twilioAuthToken: token } = config;
  if (!sid || !token) return skipped('not checked: there is no account to sign for');
  const probe = { url, sid, challenge };
  const answer = await send(probe, token).catch((error: Error) => error.message);
  if (typeof answer === 'string') return skipped(`not checked: ${url} gives no answer`);
  if (challenge && isRefusalOfSender(answer)) return elsewhere(url);
  if (!isTaken(answer, challenge)) return refused(installation, answer);
  const keys = sharedKeysIn(config.twilioSharedKeys);
  return keys.length ? bySharedKey(probe, keys[0]) : ok(taken(probe));
}

/** With a SharedKey one more header must come through. */
async function bySharedKey(probe: Probe, key: SharedKey): Promise<Result> {
  const answer = await send(probe, key);
  if (isTaken(answer, probe.challenge))
    return ok(`${taken(probe)}, by the auth token and by a SharedKey`);
  return wrong(
    `${probe.url}: HTTP ${answer.status} to what SharedKey ${key.id} signed; the auth token's is accepted`,
    'Let the proxy pass on X-Twilio-Webhooks-Signature-Settings, and see whether the process has ' +
      'the same twilio_shared_keys as known here; diag says why it refused.',
  );
}

function send({ url, sid, challenge }: Probe, signer: string | SharedKey): Promise<Answer> {
  const { form, headers } = webhookProbe(url, sid, signer, challenge?.challenge);
  return postForm(url, form, headers);
}

function taken({ url, challenge }: Probe): string {
  return `${url}${challenge ? ' leads here, and' : ''} accepts Twilio's signature`;
}

function isTaken(answer: Answer, challenge?: Challenge): boolean {
  return challenge ? answer.headers.get(PROOF) === challenge.proof : isRefusalOfSender(answer);
}

function isRefusalOfSender({ status, body }: Answer): boolean {
  return status === 400 && body.includes('From');
}

/** Its answer is a Recado's, to which the proof of this installation says nothing. */
function elsewhere(url: string): Result {
  return wrong(
    `${url}: the Recado there accepts the signature, but it is another installation than this one`,
    'See where the proxy or the tunnel of PUBLIC_URL leads: messages arrive there, not here.',
  );
}

async function refused(installation: Installation, answer: Answer): Promise<Result> {
  const { webhookUrl: url } = installation.endpoints;
  const { status } = answer;
  if (status === 403) return signatureRefused(installation);
  if (status === 503) return unavailable(installation);
  return wrong(
    `${url}: ${httpOf(answer)}, where Recado would say 400`,
    'See whether the proxy passes POST requests on unchanged, and where.',
  );
}

/** Of HTTP 503: the process isn't ready, or it knows no account. */
async function unavailable({
  running,
  endpoints: { webhookUrl: url },
}: Installation): Promise<Result> {
  const down = await running.unready().catch(() => undefined);
  if (down) return skipped(`not checked: ${url}: HTTP 503, as the process is not ready: ${down}`);
  return wrong(
    `${url}: HTTP 503: no account is configured there`,
    'Start the process again, so that it has the credentials that are known here.',
  );
}

async function signatureRefused(installation: Installation): Promise<Result> {
  const { webhookUrl: url, publicUrl, twilioApiBase } = installation.endpoints;
  const { why, theirs, base } = await saidByProcess(installation);
  const refusal = `${url}: HTTP 403: `;
  if (theirs && theirs !== url)
    return wrong(
      `${refusal}the process takes ${theirs} for its address`,
      `Start the process again with PUBLIC_URL=${publicUrl}, or correct it here.`,
    );
  if (base && base !== twilioApiBase)
    return wrong(
      `${refusal}the process has its Twilio at ${base}, and here it is ${twilioApiBase}`,
      'Start the process again: its environment was another one.',
    );
  return wrong(
    `${refusal}the signature is refused${why && `: ${why}`}`,
    'See whether the process has the same PUBLIC_URL and Twilio account as known here, and ' +
      'whether the proxy passes path and query on unchanged.',
  );
}

/** What the running process says of the newest signature that it refused. */
async function saidByProcess({ running }: Installation) {
  const diagnosed = await running.diagnosis();
  if (!diagnosed) return { why: '', theirs: '', base: '' };
  const newest = diagnosed.refused_signatures[0];
  const why = newest ? `${newest.reason} (${newest.url})` : '';
  return { why, theirs: diagnosed.webhook_url, base: diagnosed.api_base };
}
