import { ok, type Result, wrong } from '../finding.js';
import type { Installation } from '../installation.js';
import { ALERT_CODES, unknownCode } from './alert-codes.js';
import { atTwilio, type Json } from './asking.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds: what is older than an hour may have been mended; beyond a day nothing is read. */
const RECENT = HOUR;
const READ = 24 * HOUR;
const OUR_PATHS = /\/api\/v1\/whatsapp\/(webhook|status)\/?$/;

/** Alerts of one code. */
interface Group {
  code: string;
  count: number;
  /** Milliseconds since the newest. */
  age: number;
}

/** What Twilio's debugger says of its requests to our address (https://www.twilio.com/docs/usage/monitor-alert). */
export function alerts(installation: Installation): Promise<Result> {
  return atTwilio(installation, async (twilio) => {
    const now = Date.now();
    const since = new Date(now - READ).toISOString().replace(/\.\d+Z$/, 'Z');
    const all = await twilio.list('monitor', `/v1/Alerts?StartDate=${since}&PageSize=200`);
    const groups = grouped(all.filter(isOurs(installation)), now);
    const recent = groups.filter(({ age }) => age < RECENT);
    if (recent.length) return wrong(recent.map(detailOf).join('; '), curesOf(recent));
    const [before] = [groups.map(({ code, count }) => `${code} (${count}×)`).join(', ')];
    if (before) return ok(`none for an hour; in the last 24 hours ${before}`);
    return ok('Twilio has reported nothing about our address for 24 hours');
  });
}

/** By any scheme and port: an alert about http is about us, too. */
function isOurs({ endpoints: { publicUrl } }: Installation): (alert: Json) => boolean {
  const { hostname } = new URL(publicUrl);
  return ({ request_url: given }) => {
    if (typeof given !== 'string' || !URL.canParse(given)) return false;
    const url = new URL(given);
    return url.hostname === hostname && OUR_PATHS.test(url.pathname);
  };
}

function grouped(all: Json[], now: number): Group[] {
  const groups = new Map<string, Group>();
  for (const { error_code, date_created } of all) {
    const code = String(error_code).replace(/\D/g, '');
    const at = Date.parse(String(date_created));
    const age = Number.isNaN(at) ? 0 : Math.max(0, now - at);
    const group = groups.get(code) ?? { code, count: 0, age };
    groups.set(code, { code, count: group.count + 1, age: Math.min(group.age, age) });
  }
  return [...groups.values()].sort((a, b) => a.age - b.age);
}

function detailOf({ code, count, age }: Group): string {
  const { cause } = ALERT_CODES[code] ?? unknownCode(code);
  return `${code}: ${cause} (${count}×, the last ${Math.round(age / MINUTE)} minutes ago)`;
}

function curesOf(groups: Group[]): string {
  const cures = groups.map(({ code }) => (ALERT_CODES[code] ?? unknownCode(code)).cure);
  return [...new Set(cures)].join(' ');
}
