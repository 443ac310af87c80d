import type { Clinic } from '../support/doctor/clinic.js';
import { freePort } from '../support/free-port.js';

type Env = NodeJS.ProcessEnv;

/** A fault that is prepared, the check that must find it, what it says, and the right cure. */
export interface Fault {
  fault: string;
  /** What the doctor is started with otherwise; what it prepares is put right by `after`. */
  prepare(): Env | Promise<Env>;
  after?(): unknown;
  check: string;
  says: RegExp;
  cure: RegExp;
  /** Why it can't be prepared here. */
  without?(): string | undefined;
}

const nowhere = async () => `http://127.0.0.1:${await freePort()}`;

/** A Twilio that knows the account, has these senders, and whose clock is so much ahead. */
function twilioWith(clinic: Clinic, senders: object[], aheadMs = 0): Promise<string> {
  const sid = clinic.emulator.options.accountSid;
  const told: Record<string, object> = {
    [`/2010-04-01/Accounts/${sid}.json`]: { sid, status: 'active' },
    '/v2/Channels/Senders': { meta: { key: 'senders' }, senders },
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

/** Of Twilio, of addresses, of models. */
export const faultsAround = (clinic: () => Clinic): Fault[] => [
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
      ...at(await twilioWith(clinic(), [{ sender_id: 'whatsapp:+12025550123' }])),
      TWILIO_WHATSAPP_FROM: OURS,
    }),
    check: 'own_sender',
    says: /is no WhatsApp sender of the account/,
    cure: /Take one that it has: whatsapp:\+12025550123/,
  },
  {
    fault: 'no webhook set at Twilio',
    prepare: async () => ({
      ...at(await twilioWith(clinic(), [{ sender_id: OURS, status: 'ONLINE', webhook: {} }])),
      TWILIO_WHATSAPP_FROM: OURS,
    }),
    check: 'sender_webhook',
    says: /has no webhook/,
    cure: /Give Twilio .*\/api\/v1\/whatsapp\/webhook/,
  },
  {
    fault: 'a Messaging Service that the account has not',
    prepare: async () => ({
      ...at(await twilioWith(clinic(), [])),
      TWILIO_MESSAGING_SERVICE_SID: `MG${'a'.repeat(32)}`,
    }),
    check: 'own_sender',
    says: /the account has no Messaging Service/,
    cure: /Copy its SID from Twilio's console/,
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
    prepare: async () => at(await twilioWith(clinic(), [], -15 * 60_000)),
    check: 'clock',
    says: /clock is (89|90)\d seconds ahead of Twilio's/,
    cure: /timedatectl set-ntp/,
  },
  {
    fault: 'a PUBLIC_URL that leads nowhere',
    prepare: async () => ({ PUBLIC_URL: await nowhere() }),
    check: 'public_url',
    says: /ECONNREFUSED/,
    cure: /the proxy or the tunnel/,
  },
  {
    fault: 'a loopback PUBLIC_URL with a Twilio elsewhere',
    prepare: () => ({ TWILIO_API_BASE: 'http://twilio.invalid' }),
    check: 'public_url',
    says: /an address of this machine only: Twilio cannot call it/,
    cure: /a reverse proxy with TLS, or a tunnel/,
  },
  {
    fault: 'another SECRET_KEY',
    prepare: () => ({ SECRET_KEY: Buffer.alloc(32, 8).toString('base64') }),
    check: 'secret_key',
    says: /SECRET_KEY is not the key/,
    cure: /Put back the key/,
  },
  {
    fault: 'a model whose address is down',
    prepare: async () => ({ OPENAI_BASE_URL: await nowhere() }),
    check: 'model',
    says: /not reached: .*ECONNREFUSED/,
    cure: /OPENAI_BASE_URL/,
  },
  {
    fault: 'a model that the server has not',
    prepare: async () => ({
      OPENAI_BASE_URL: await clinic().serve(
        (_, response) => void response.writeHead(404).end('{}'),
      ),
    }),
    check: 'model',
    says: /HTTP 404/,
    cure: /CHAT_MODEL/,
  },
  {
    fault: 'embeddings that are named, and off',
    prepare: () => ({ EMBEDDING_MODEL: 'small' }),
    check: 'embeddings',
    says: /^small: HTTP 404/,
    cure: /EMBEDDING_MODEL/,
  },
  {
    fault: 'an unknown time zone',
    prepare: () => ({ TIME_ZONE: 'Mars/Base' }),
    check: 'environment',
    says: /TIME_ZONE/,
    cure: /Correct it in \.env/,
  },
];
