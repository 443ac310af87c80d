import { type Result, wrong } from './finding.js';
import type { Installation } from './installation.js';

/** What the running process says of an account that Twilio refuses; undefined where it says nothing. */
export async function heldAccount({
  running,
  adminToken,
}: Installation): Promise<Result | undefined> {
  if (!adminToken || !(await running.alive())) return undefined;
  const diag = await running.diag(adminToken).catch(() => undefined);
  const hold = typeof diag === 'object' ? diag.account_hold : undefined;
  if (!hold) return undefined;
  const { since, code, message, action, waiting } = hold;
  const why = code ? `${code}: ${message}` : message;
  return wrong(
    `Twilio refuses the account since ${since} (${why}); answers that wait: ${waiting}`,
    `${action ?? 'Put right what that names.'} The answers then go out by themselves.`,
  );
}
