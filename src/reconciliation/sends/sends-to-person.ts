import { withoutScheme } from '../../address.js';
import type { Clock } from '../../clock.js';
import type { ListedMessage } from '../../whatsapp/sending/listed-message.js';
import type { MessageLog } from '../../whatsapp/sending/message-log.js';
import { readBack } from '../listing.js';
import type { ReconciliationStore } from '../reconciliation.store.js';
import { byTwilio, isOneOf } from './matching.js';

/** What was sent to a person, by Twilio's list. */
export interface SendsToPerson {
  listed: ListedMessage[];
  /** All of them are listed. */
  complete: boolean;
  /** Whether this store knows a message, or may have made it. */
  isOurs: (sent: ListedMessage) => boolean;
}

interface Sources {
  store: ReconciliationStore;
  log: MessageLog;
  clock: Clock;
}

/** What was sent to a person since they wrote. Throws `LogTrouble`, and what the store throws. */
export async function sendsTo(
  person: string,
  since: number,
  { store, log, clock }: Sources,
  mayGoOn: () => boolean,
): Promise<SendsToPerson> {
  const now = clock.now();
  const page = (next?: string) => log.page({ to: person }, next);
  const read = await readBack(page, () => since, mayGoOn);
  const { messages, complete, twilioNow = now } = read;
  const address = withoutScheme(person);
  const listed = messages.filter(({ inbound }) => !inbound);
  const open = (await store.openTo(address)).map((one) => byTwilio(one, twilioNow - now));
  const sids = listed.map(({ sid }) => sid);
  const known = new Set(sids.length ? await store.known(address, sids) : []);
  return { listed, complete, isOurs: (sent) => known.has(sent.sid) || isOneOf(open, sent) };
}
