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

/** Of addresses, of models. */
export const faultsAround = (clinic: () => Clinic): Fault[] => [
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
