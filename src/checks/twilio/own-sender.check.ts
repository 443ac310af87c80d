import { maskSid } from '../../log/mask.js';
import { ok, type Result, skipped, wrong } from '../finding.js';
import type { Installation } from '../installation.js';
import { atTwilio, type Json, type Twilio } from './asking.js';
import { missingService, SANDBOX, sendersAt, whyOffline } from './senders.js';

/** Whether the account at Twilio has what is sent from, as far as Twilio tells. */
export function ownSender(installation: Installation): Promise<Result> {
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = installation.config;
  if (!service && !from) return Promise.resolve(skipped('not checked: there is no sender'));
  return atTwilio(installation, async (twilio) => {
    if (service) return ofService(service, twilio);
    if (from === SANDBOX) return ok(`${from} is Twilio's sandbox: who writes must join it first`);
    return ofNumber(from!, twilio);
  });
}

async function ofService(sid: string, twilio: Twilio): Promise<Result> {
  const service = await twilio.find('messaging', `/v1/Services/${sid}`);
  return service ? ok(`the account has Messaging Service ${maskSid(sid)}`) : missingService(sid);
}

async function ofNumber(from: string, twilio: Twilio): Promise<Result> {
  const { senders, complete } = await sendersAt(twilio);
  const sender = senders.find(({ sender_id }) => sender_id === from);
  if (!sender && !complete)
    return skipped(`not read: ${from} is not among the first ${senders.length} senders`);
  if (!sender) return wrong(`${from} is no WhatsApp sender of the account`, cureOf(senders));
  const why = whyOffline(sender);
  return why ? wrong(`${from} is ${why}`, SEE) : ok(`the account has ${from}`);
}

const SEE = "See the sender in Twilio's console.";

function cureOf(senders: Json[]): string {
  const known = senders.map(({ sender_id }) => sender_id).filter((id) => typeof id === 'string');
  if (!known.length)
    return (
      "The account has none yet: register one in Twilio's console (Messaging, Senders, WhatsApp), " +
      `or take the sandbox's, ${SANDBOX}.`
    );
  const more = known.length > MOST ? ', …' : '';
  return `Take one that it has: ${known.slice(0, MOST).join(', ')}${more}.`;
}

/** Numbers that a line names. */
const MOST = 5;
