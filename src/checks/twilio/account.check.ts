import { SystemClock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { maskSid } from '../../log/mask.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from '../../whatsapp/sending/twilio-answer.js';
import { TwilioClient } from '../../whatsapp/sending/twilio.client.js';
import { ok, TIMEOUT_MS, type Result, skipped, wrong } from '../finding.js';
import { held } from '../held.js';
import type { Installation } from '../installation.js';

const PUT = "in .env, in the console's settings, or by PUT /api/v1/bot/config.";

/** Whether Twilio's Accounts API takes the account's credentials, and its list the API key. */
export async function twilio(installation: Installation): Promise<Result> {
  const { config, endpoints, running } = installation;
  const missing = missingCredentials(config);
  if (endpoints.simulator && !(await running.alive()))
    return skipped('played by the simulator, which runs within Recado');
  if (missing) return missing;
  try {
    const refusal = await refused(installation);
    installation.accountTaken = !refusal;
    return refusal ?? ok(`${where(installation)} takes ${namesOf(config)}`);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const cure = 'See whether this machine may reach it: DNS, firewall, TWILIO_API_BASE.';
    return wrong(`${where(installation)} gives no answer: ${error.message}`, cure);
  }
}

/** What Twilio says against the account, or else against its key. */
async function refused({ config, endpoints }: Installation): Promise<Result | undefined> {
  const clock = new SystemClock();
  const client = new TwilioClient(clock, endpoints);
  const call = (path: string) => {
    const deadline = clock.now() + TIMEOUT_MS / 2 - 100;
    return { method: 'get' as const, path, deadline };
  };
  try {
    const account = refusalOf('account', await client.sendAsAccount(config, call('.json')));
    if (account || !config.twilioApiKeySid) return account;
    return refusalOf('key', await client.send(config, call('/Messages.json?PageSize=1')));
  } finally {
    client.onApplicationShutdown();
  }
}

function missingCredentials({ twilioAccountSid, twilioAuthToken }: BotConfig): Result | undefined {
  if (twilioAccountSid && twilioAuthToken) return undefined;
  const lacking = [
    !twilioAccountSid && 'TWILIO_ACCOUNT_SID',
    !twilioAuthToken && 'TWILIO_AUTH_TOKEN',
  ].filter(Boolean);
  const cure = `Set what is missing, as Twilio's console shows it, ${PUT}`;
  return wrong(`${lacking.join(' and ')} missing: the webhook answers 503`, cure);
}

function refusalOf(whose: 'account' | 'key', { status, body }: TwilioAnswer): Result | undefined {
  const { code, message, status: state } = bodyOf(body);
  if (status === 200) return whose === 'account' ? inactive(state) : undefined;
  const said = [code, message].filter((part) => part !== undefined && part !== null).join(' ');
  const names = {
    account: 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN',
    key: 'TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET',
  }[whose];
  const cure =
    status === 401 || status === 403 || status === 404
      ? `Copy ${names} anew from Twilio's console, ${PUT}`
      : 'Twilio has trouble, or TWILIO_API_BASE names another server. Try again later.';
  return wrong(`Twilio refuses ${names}: HTTP ${status}${said && `, ${said}`}`, cure);
}

/** An account that Twilio knows and does nothing for: `suspended` or `closed`. */
function inactive(state: unknown): Result | undefined {
  if (typeof state !== 'string' || state === 'active') return undefined;
  const cure =
    "See in Twilio's console why: mostly the balance, or a question that awaits an answer.";
  return wrong(`the account at Twilio is ${state}: nothing can be sent`, cure);
}

function namesOf({ twilioAccountSid, twilioApiKeySid }: BotConfig): string {
  const key = twilioApiKeySid ? ` and API key ${maskSid(twilioApiKeySid)}` : '';
  return `account ${maskSid(twilioAccountSid!)}${key}`;
}

function where({ endpoints }: Installation): string {
  return endpoints.simulator ? 'the simulator' : endpoints.twilioApiBase;
}

/** Whether a sender is configured, and Twilio takes what it sends. */
export async function sender(installation: Installation): Promise<Result> {
  const refused = await held(installation);
  if (refused) return refused;
  const { config, endpoints } = installation;
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = config;
  if (service) return ok(`messaging service ${maskSid(service)}`);
  if (from) return ok(`${from}${endpoints.simulator ? ', played by the simulator' : ''}`);
  const cure = `Set TWILIO_WHATSAPP_FROM (or TWILIO_MESSAGING_SERVICE_SID) ${PUT}`;
  return wrong('no sender: nothing can be sent', cure);
}
