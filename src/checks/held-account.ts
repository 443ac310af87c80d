import { type Result, wrong } from './finding.js';
import type { Installation } from './installation.js';

/** What the running process says of an account that Twilio refuses; undefined where it says nothing. */
export async function heldAccount({ running }: Installation): Promise<Result | undefined> {
  const hold = (await running.diagnosis().catch(() => undefined))?.account_hold;
  if (!hold) return undefined;
  const { since, code, message, action, waiting } = hold;
  const why = code ? `${code}: ${message}` : message;
  return wrong(
    `Twilio refuses the account since ${since} (${why}); answers that wait: ${waiting}`,
    `${action ?? 'Put right what that names.'} The answers then go out by themselves.`,
  );
}
