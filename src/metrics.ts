import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics of this process for Prometheus. Every label has a bounded number of values. */
export const metrics = new Registry();

const registers = [metrics];
/** Buckets in seconds: for work in this process, for other servers, and for whole messages. */
const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const REMOTE = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60];
const STEPS = [0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 21_600, 86_400];

/** `route` is the route's template, never the address of a request: strangers could make those up. */
export const requests = new Counter({
  name: 'recado_http_requests_total',
  help: 'Requests by method, route and status.',
  labelNames: ['method', 'route', 'status'] as const,
  registers,
});

export const webhookAck = new Histogram({
  name: 'recado_webhook_ack_seconds',
  help: 'From the arrival of a message until it is durable.',
  buckets: FAST,
  registers,
});

export const refusedSignatures = new Counter({
  name: 'recado_refused_signatures_total',
  help: "Requests that were refused as not Twilio's.",
  labelNames: ['reason'] as const,
  registers,
});

/** `answer`: 2xx, 3xx, 4xx, 5xx, none. */
export const twilioRequests = new Histogram({
  name: 'recado_twilio_request_seconds',
  help: 'Requests to Twilio, by what they ask and by the answer.',
  labelNames: ['ask', 'answer'] as const,
  buckets: REMOTE,
  registers,
});

/** `answer`: ok, error, aborted. */
export const modelRequests = new Histogram({
  name: 'recado_model_request_seconds',
  help: 'Requests to the chat model.',
  labelNames: ['answer'] as const,
  buckets: REMOTE,
  registers,
});

/** `kind`: input, output. `model`: as it is named in the configuration. */
export const modelTokens = new Counter({
  name: 'recado_model_tokens_total',
  help: 'Tokens, as the chat model counts them.',
  labelNames: ['kind', 'model'] as const,
  registers,
});

/** In the currency of MODEL_PRICES, for the models that have a price there. */
export const modelCosts = new Counter({
  name: 'recado_model_cost_total',
  help: 'What the tokens of the chat models cost, by MODEL_PRICES.',
  labelNames: ['model'] as const,
  registers,
});

/** `server`: the host, with the port where one is given. 1 while the model isn't asked. */
export const modelCircuits = new Gauge({
  name: 'recado_model_skipped',
  help: 'Whether a chat model is skipped for a while because it failed several times in a row.',
  labelNames: ['model', 'server'] as const,
  registers,
});

/** `reason`: number, link, name (not in what it was made from), unfounded, prompt (it quotes it). */
export const guardedAnswers = new Counter({
  name: 'recado_guarded_answers_total',
  help: 'Answers of the chat model that were not sent, by what was wrong with them.',
  labelNames: ['reason'] as const,
  registers,
});

/** `step`: sent (Twilio took it), delivered (it is on the phone). */
export const stepSeconds = new Histogram({
  name: 'recado_message_seconds',
  help: "From a question's arrival until a message of its answer was sent, and delivered.",
  labelNames: ['step'] as const,
  buckets: STEPS,
  registers,
});

/** `verdict`: accepted, retry, stop, dead, unknown. Attempts with retry or stop are made again. */
export const sends = new Counter({
  name: 'recado_sends_total',
  help: 'Attempts to send, by what came of them.',
  labelNames: ['verdict'] as const,
  registers,
});

/** An outcome that a callback or a person corrects later is counted again, under the new one. */
export const outcomes = new Counter({
  name: 'recado_outcomes_total',
  help: 'Messages that came to an outcome; once more under the new one when it is corrected.',
  labelNames: ['outcome'] as const,
  registers,
});

/**
 * `what`: settled (a send of unknown outcome was found), resent (it was absent), backfilled (a message
 * whose webhook didn't come was taken in), left (something else was sent after it).
 */
export const reconciled = new Counter({
  name: 'recado_reconciled_total',
  help: "What was found by comparing with Twilio's list of messages.",
  labelNames: ['what'] as const,
  registers,
});

/** A worker's visits to a mailbox that ended in an exception; the worker comes back later. */
export const workFailures = new Counter({
  name: 'recado_work_failures_total',
  help: 'Visits of a worker to a mailbox that failed.',
  registers,
});

/** `of`: due (mailboxes that are due) or waiting (messages that no turn covers yet). */
export const queue = new Gauge({
  name: 'recado_queue_depth',
  help: 'What waits in the store, of all processes; counted up to 100,000.',
  labelNames: ['of'] as const,
  registers,
});

export const queueAge = new Gauge({
  name: 'recado_queue_oldest_seconds',
  help: 'How long the oldest of them has waited; 0 when nothing waits.',
  labelNames: ['of'] as const,
  registers,
});

export const waitingForPerson = new Gauge({
  name: 'recado_waiting_for_person',
  help: 'Senders who wait for a person, in the whole store; counted up to 100,000.',
  registers,
});

export const waitingForPersonAge = new Gauge({
  name: 'recado_waiting_for_person_oldest_seconds',
  help: 'How long the first of them has waited; 0 when nobody waits.',
  registers,
});

export const followUps = new Counter({
  name: 'recado_follow_ups_total',
  help: 'Follow-ups that were stored, to be sent to who was owed an answer when the 24-hour window closed.',
  registers,
});

/** `kind`: webhook, mail. `result`: delivered, again (it is tried later), failed (it was given up). */
export const told = new Counter({
  name: 'recado_announcements_total',
  help: 'Tries to tell other systems or people of news, by what came of them.',
  labelNames: ['kind', 'result'] as const,
  registers,
});

/** `state`: waiting, failed. */
export const announcements = new Gauge({
  name: 'recado_announcements',
  help: 'News that waits to be told, and news that was given up; counted up to 100,000.',
  labelNames: ['state'] as const,
  registers,
});

/** `of`: passages (all), embedded (those with vectors of the embedding model). */
export const embeddings = new Gauge({
  name: 'recado_embeddings',
  help: 'Passages of the documents, and how many of them have vectors; 0 without a model.',
  labelNames: ['of'] as const,
  registers,
});

/** Seconds since `start` (milliseconds of `performance.now()`). */
export function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
