import { ok, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';
import { get } from './requests.js';

/** Milliseconds: Twilio tells its time in seconds, and the answer was on its way. */
const NOTICED_MS = 60_000;

/**
 * Whether this machine's clock goes as Twilio's. By it the 24-hour window, opening hours and what is
 * looked for in Twilio's list are counted, and certificates are taken or refused.
 */
export async function clock({ endpoints }: Installation): Promise<Result> {
  if (endpoints.simulator) return skipped('not checked: the simulator has this very clock');
  const asked = Date.now();
  const answer = await get(endpoints.twilioApiBase).catch(() => undefined);
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return skipped('not checked: Twilio does not tell its time');
  const ahead = (asked + Date.now()) / 2 - theirs;
  if (Math.abs(ahead) < NOTICED_MS) return ok("this machine's clock goes as Twilio's");
  const seconds = Math.round(Math.abs(ahead) / 1000);
  return wrong(
    `this machine's clock is ${seconds} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Twilio's`,
    'Let it be set by the network: `timedatectl set-ntp true`, or the service of your system.',
  );
}
