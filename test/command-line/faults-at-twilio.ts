import type { Clinic } from '../support/doctor/clinic.js';
import type { Fault } from './faults-around.js';

interface AtTwilio {
  senders?: object[];
  /** What else it tells, by its path. */
  more?: Record<string, object>;
  /** How much its clock is ahead, in milliseconds. */
  aheadMs?: number;
}

/** A Twilio that knows the account, and has this besides. */
function twilioWith(clinic: Clinic, { senders = [], more, aheadMs = 0 }: AtTwilio) {
  const sid = clinic.emulator.options.accountSid;
  const told: Record<string, object> = {
    [`/2010-04-01/Accounts/${sid}.json`]: { sid, status: 'active' },
    '/v2/Channels/Senders': { meta: { key: 'senders' }, senders },
    ...more,
  };
  return clinic.serve((request, response) => {
    const answer = told[new URL(request.url!, 'http://x').pathname];
    response.setHeader('date', new Date(Date.now() + aheadMs).toUTCString());
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { code: 20404 }));
  });
}
const at = (base: string) => ({ TWILIO_API_BASE: base, TWILIO_MESSAGING_API_BASE: base });
const OURS = 'whatsapp:+15005550006';
const SERVICE = `MG${'a'.repeat(32)}`;

/** Of the account at Twilio, of what is sent from, and of what was written to. */
export const faultsAtTwilio = (clinic: () => Clinic): Fault[] => [
  {
    fault: 'wrong credentials',
    prepare: () => ({ TWILIO_AUTH_TOKEN: 'f'.repeat(32) }),
    check: 'twilio',
    says: /HTTP 401/,
    cure: /Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN anew/,
  },
  {
    fault: 'a From that is not of the account',
    prepare: async () => ({
      ...at(await twilioWith(clinic(), { senders: [{ sender_id: 'whatsapp:+12025550123' }] })),
      TWILIO_WHATSAPP_FROM: OURS,
    }),
    check: 'own_sender',
    says: /is no WhatsApp sender of the account/,
    cure: /Take one that it has: whatsapp:\+12025550123/,
  },
  {
    fault: 'no webhook set at Twilio',
    prepare: async () => ({
      ...at(
        await twilioWith(clinic(), {
          senders: [{ sender_id: OURS, status: 'ONLINE', webhook: {} }],
        }),
      ),
      TWILIO_WHATSAPP_FROM: OURS,
    }),
    check: 'sender_webhook',
    says: /has no webhook/,
    cure: /Give Twilio .*\/api\/v1\/whatsapp\/webhook/,
  },
  {
    fault: 'a Messaging Service that the account has not',
    prepare: async () => ({
      ...at(await twilioWith(clinic(), {})),
      TWILIO_MESSAGING_SERVICE_SID: SERVICE,
    }),
    check: 'own_sender',
    says: /the account has no Messaging Service/,
    cure: /Copy its SID from Twilio's console/,
  },
  {
    fault: 'a Messaging Service that has no senders in its pool',
    prepare: async () => ({
      ...at(
        await twilioWith(clinic(), {
          more: {
            [`/v1/Services/${SERVICE}`]: { sid: SERVICE },
            [`/v1/Services/${SERVICE}/ChannelSenders`]: { meta: { key: 'senders' }, senders: [] },
            [`/v1/Services/${SERVICE}/PhoneNumbers`]: { phone_numbers: [] },
          },
        }),
      ),
      TWILIO_MESSAGING_SERVICE_SID: SERVICE,
    }),
    check: 'service_senders',
    says: /^Messaging Service MGaa…aaaa has no sender in its pool: nothing can be sent$/,
    cure: /Add your WhatsApp sender to it in Twilio's console/,
  },
  {
    fault: 'a number that was written to and is not set up',
    prepare: async () => {
      await clinic().wrote('whatsapp:+15005550077');
      return {};
    },
    check: 'lines',
    says: /^nobody answers at \+15005550077: .*; 1 message waits there$/,
    cure: /Set each up: the console's Settings, Lines/,
  },
  {
    fault: 'no sender',
    prepare: () => ({ TWILIO_WHATSAPP_FROM: '' }),
    check: 'sender',
    says: /no sender: nothing can be sent/,
    cure: /Set TWILIO_WHATSAPP_FROM/,
  },
  {
    fault: 'a clock that goes wrong',
    prepare: async () => at(await twilioWith(clinic(), { aheadMs: -15 * 60_000 })),
    check: 'clock',
    says: /clock is (89|90)\d seconds ahead of Twilio's/,
    cure: /timedatectl set-ntp/,
  },
];
