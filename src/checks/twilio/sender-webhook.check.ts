import { maskSid } from '../../log/mask.js';
import { ok, type Result, skipped, wrong } from '../finding.js';
import type { Installation } from '../installation.js';
import { atTwilio, bareAddress, type Json, type Twilio } from './asking.js';
import { SANDBOX, sendersAt, whyOffline } from './senders.js';

/**
 * Whether what people write comes here. Twilio calls the Messaging Service's address if the Service
 * doesn't leave it to its senders (`use_inbound_webhook_on_number`), else the sender's own. A
 * sender on WhatsApp is a resource of its own
 * (https://www.twilio.com/docs/whatsapp/api/senders); the SMS address of a phone number isn't used.
 */
export function senderWebhook(installation: Installation): Promise<Result> {
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = installation.config;
  if (!service && !from) return Promise.resolve(skipped('not checked: there is no sender'));
  return atTwilio(installation, async (twilio) => {
    const ofService = service && (await atService(installation, service, twilio));
    if (ofService) return ofService;
    if (!from) return skipped('the Messaging Service leaves it to its senders; see each of them');
    if (from === SANDBOX) return skipped("the sandbox's settings are in Twilio's console alone");
    return atSender(installation, from, twilio);
  });
}

/** Undefined when the Service leaves it to its senders. */
async function atService(installation: Installation, sid: string, twilio: Twilio) {
  const service = await twilio.read('messaging', `/v1/Services/${sid}`);
  if (service.use_inbound_webhook_on_number === true) return undefined;
  const { inbound_request_url: url, inbound_method: method } = service;
  return compared(installation, `Messaging Service ${maskSid(sid)}`, url, method);
}

async function atSender(installation: Installation, from: string, twilio: Twilio) {
  const { senders } = await sendersAt(twilio);
  const sender = senders.find(({ sender_id }) => sender_id === from);
  if (!sender)
    return skipped(`not read: ${from} is not among the ${senders.length} senders of the account`);
  const offline = whyOffline(sender);
  if (offline) return wrong(`${from} is ${offline}`, "See the sender in Twilio's console.");
  const { callback_url: url, callback_method: method } = (sender.webhook ?? {}) as Json;
  return compared(installation, from, url, method);
}

function compared(
  { endpoints: { webhookUrl: ours, publicUrl } }: Installation,
  whose: string,
  url: unknown,
  method: unknown,
): Result {
  const give = `Give Twilio ${ours} (POST) for it`;
  if (!url) return wrong(`${whose} has no webhook at Twilio: nothing comes here`, `${give}.`);
  const theirs = bareAddress(url);
  if (theirs !== bareAddress(ours))
    return wrong(
      `${whose}: Twilio calls ${theirs || 'what is no address'}, and Recado is at ${ours}`,
      `${give}, or make PUBLIC_URL what Twilio has (it is ${publicUrl} now).`,
    );
  if (String(method ?? 'POST').toUpperCase() !== 'POST')
    return wrong(`${whose}: Twilio calls the webhook with ${String(method)}`, `${give}.`);
  return ok(`${whose}: Twilio calls ${theirs}${overridesOf(String(url))}`);
}

/** What Twilio is told in the fragment (docs/usage/webhooks/webhooks-connection-overrides). */
function overridesOf(url: string): string {
  const [, fragment] = /#([\w=&,]+)$/.exec(url) ?? [];
  return fragment
    ? `, with ${fragment}`
    : '; without #rc=… it tries again only where it cannot connect';
}
