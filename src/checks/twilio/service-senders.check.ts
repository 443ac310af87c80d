import { serviceOf } from '../../config/lines/line.js';
import { maskSid } from '../../log/mask.js';
import { ok, type Result, skipped, wrong } from '../finding.js';
import type { Installation } from '../installation.js';
import { atTwilio, type Twilio } from './asking.js';
import { missingService } from './senders.js';

/** So many services are looked at: all of it must be asked within seconds. */
const MOST = 10;

const WHATSAPP = /^whatsapp:/;

/**
 * Whether each Messaging Service that is sent through can reach people on WhatsApp: Twilio takes a sender
 * of that channel from its pool, and phone numbers there are for SMS
 * (https://www.twilio.com/docs/messaging/api/messaging-service-channelsender-resource).
 */
export function serviceSenders(installation: Installation): Promise<Result> {
  const services = servicesOf(installation);
  if (!services.length) return Promise.resolve(skipped('no Messaging Service is configured'));
  return atTwilio(installation, async (twilio) => {
    const looked = services.slice(0, MOST);
    const faults = await Promise.all(looked.map((sid) => faultOf(sid, twilio)));
    return faults.find((fault) => fault !== undefined) ?? ok(right(looked));
  });
}

/** The one that the default line sends through, and those of the other lines. */
function servicesOf({ config, lines = {} }: Installation): string[] {
  const own = Object.entries(lines).map(([id, record]) => serviceOf(id, record));
  const all = [config.twilioMessagingServiceSid, ...own];
  return [...new Set(all.filter((sid) => sid !== undefined))];
}

/** Undefined where it has a sender on WhatsApp. */
async function faultOf(sid: string, twilio: Twilio): Promise<Result | undefined> {
  const path = `/v1/Services/${sid}`;
  const senders = await twilio.findAll('messaging', `${path}/ChannelSenders`);
  if (!senders) return missingService(sid);
  if (senders.some(({ sender }) => WHATSAPP.test(String(sender)))) return undefined;
  const numbers = await twilio.list('messaging', `${path}/PhoneNumbers`);
  const name = `Messaging Service ${maskSid(sid)}`;
  return wrong(`${name} has ${lacking(senders.length, numbers.length)}: nothing can be sent`, CURE);
}

function lacking(others: number, numbers: number): string {
  if (numbers) return `${phones(numbers)} in its pool and no sender on WhatsApp`;
  return others ? 'no sender on WhatsApp in its pool' : 'no sender in its pool';
}

const phones = (count: number) => (count === 1 ? '1 phone number' : `${count} phone numbers`);

const CURE =
  "Add your WhatsApp sender to it in Twilio's console: Messaging, Services, Sender Pool, Add Senders.";

function right(services: string[]): string {
  const names = services.map(maskSid).join(', ');
  return services.length === 1
    ? `Messaging Service ${names} has a sender on WhatsApp`
    : `Messaging Services ${names} have a sender on WhatsApp`;
}
