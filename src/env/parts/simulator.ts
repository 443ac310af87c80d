import { Path, Secret, Sid, WebAddress, WhatsAppNumber, WholeNumber } from '../rules.js';
import { SharedKeys } from '../shared-keys.js';
import { WatchingEnv } from './watching.js';

/** The variables of the simulator, inside this process and alone. */
export class SimulatorEnv extends WatchingEnv {
  @WholeNumber(0, 65535)
  SIMULATOR_PORT = 3001;
  @WebAddress()
  SIMULATOR_WEBHOOK_URL = 'http://127.0.0.1:3000/api/v1/whatsapp/webhook';
  @Path()
  SIMULATOR_LEDGER?: string;
  @WhatsAppNumber('whatsapp:+14155238886')
  SIMULATOR_FROM = 'whatsapp:+14155238886';
  @Sid('AC')
  SIMULATOR_ACCOUNT_SID?: string;
  @Secret()
  SIMULATOR_AUTH_TOKEN?: string;
  /** `id=secret`: the simulator signs with this SharedKey, as a Webhook Rule would have it. */
  @SharedKeys(1)
  SIMULATOR_SHARED_KEY?: string;
}
