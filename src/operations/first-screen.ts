import { withoutScheme } from '../address.js';
import { type BotConfig, botConfig } from '../config/bot-config.js';
import type { Endpoints } from '../config/endpoints.js';
import { type Env, isLoopback } from '../env/env.js';
import { adminTokenFile } from '../http/admin/admin-token.js';
import { NONE_YET } from '../knowledge/documents/none-yet.js';
import type { Storage } from '../storage/storage.js';

/** The running server, as the first screen describes it. */
export interface Running {
  version: string;
  env: Env;
  endpoints: Endpoints;
  storage: Pick<Storage, 'kind' | 'place'>;
  /** Undefined while the store can't be reached. */
  config?: BotConfig;
  /** Whether there is none; false while the store can't be reached. */
  withoutDocuments: boolean;
  /** Signs in at the console, once; undefined where a stranger may read this later, as in a log. */
  link?: string;
}

/** The text for a terminal once the server listens: what runs, where, what is missing, what is next. */
export function firstScreen(running: Running): string {
  const { version, endpoints } = running;
  const mode = endpoints.simulator ? ' in simulator mode: no message reaches real WhatsApp' : '';
  const lines = facts(running).map(([name, value]) => `  ${name.padEnd(10)}${value}`);
  const next = endpoints.simulator ? askSimulator(running) : askTwilio(running);
  const said = [...openConsole(running), '', ...next];
  return ['', `Recado ${version} runs${mode}.`, '', ...lines, '', ...said, '', ''].join('\n');
}

type Fact = [name: string, value: string];

function facts(running: Running): Fact[] {
  const { endpoints, storage, withoutDocuments } = running;
  const store = storage.kind === 'sqlite' ? 'SQLite' : 'MongoDB';
  return [
    ['Address', endpoints.localUrl],
    ['API', `${endpoints.localUrl}/docs`],
    ['Store', `${store}, ${storage.place}`],
    ['WhatsApp', sender(running)],
    ['Answers', answers(running)],
    ...(withoutDocuments ? [['Documents', NONE_YET] satisfies Fact] : []),
  ];
}

function sender({ endpoints, config }: Running): string {
  if (!config) return 'unknown: the store cannot be reached yet';
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = config;
  const number = service ?? (from && withoutScheme(from)) ?? 'no sender yet';
  return endpoints.simulator ? `${number}, played by the simulator` : `${number}, by Twilio`;
}

function answers({ env, config }: Running): string {
  if (env.OPENAI_API_KEY || env.OPENAI_BASE_URL)
    return `by a model${config?.chatModel ? `, ${config.chatModel}` : ''}`;
  return 'the best passage of the documents, word for word (OPENAI_API_KEY sets a model)';
}

/** The variables that must still be set for real WhatsApp. */
function missing({ env, endpoints, config }: Running): string[] {
  const known = !config || endpoints.simulator ? botConfig({}, env) : config;
  const names: string[] = [];
  if (!known.twilioAccountSid) names.push('TWILIO_ACCOUNT_SID');
  if (!known.twilioAuthToken) names.push('TWILIO_AUTH_TOKEN');
  if (!known.twilioWhatsappFrom && !known.twilioMessagingServiceSid)
    names.push('TWILIO_WHATSAPP_FROM');
  if (isLoopback(endpoints.publicUrl) && !isLoopback(env.TWILIO_API_BASE)) names.push('PUBLIC_URL');
  return names;
}

function openConsole({ link }: Running): string[] {
  if (!link) return [`The console: ${A_LINK}.`];
  return [
    'Open the console by this link, once, within ten minutes (`npx recado login` prints another one):',
    '',
    `  ${link}`,
  ];
}

/** How to get a link where none is shown. */
export const A_LINK = '`npx recado login` prints a link that signs in';

function askSimulator(running: Running): string[] {
  const { env, endpoints } = running;
  const lacking = missing(running);
  const real = lacking.length
    ? `For real WhatsApp, set ${list(lacking)} (see the README).`
    : 'For real WhatsApp, start it with SIMULATOR=off.';
  const token = env.ADMIN_TOKEN ? '$ADMIN_TOKEN' : `$(cat ${quoted(adminTokenFile(env))})`;
  const curl = `curl -s ${endpoints.localUrl}/simulator/control/messages`;
  const bearer = `-H "Authorization: Bearer ${token}"`;
  return [
    'Next, ask something as a customer would:',
    '',
    `  ${curl} ${bearer} \\`,
    `    -H 'Content-Type: application/json' \\`,
    `    -d '{"from":"whatsapp:+12025550123","body":"What are your opening hours?"}'`,
    '',
    'and read what was said:',
    '',
    `  ${curl} ${bearer}`,
    '',
    real,
  ];
}

function askTwilio(running: Running): string[] {
  const lacking = missing(running);
  const { webhookUrl } = running.endpoints;
  if (!running.config) return ['Next, start the store; nothing else is to be done here.'];
  if (!lacking.length)
    return [
      "Next, give Twilio this address for the sender's incoming messages:",
      '',
      `  ${webhookUrl}`,
    ];
  const rest = 'in .env and start again, or all but PUBLIC_URL by PUT /api/v1/bot/config';
  return [
    `Missing: ${list(lacking)}.`,
    '',
    `Next, set ${lacking.length > 1 ? 'them' : 'it'} ${rest}.`,
  ];
}

function list(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
