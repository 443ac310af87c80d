import { titleOf } from '../config/lines/line.js';
import { type Result, wrong } from './finding.js';
import type { HeldBack, Installation } from './installation.js';

/** So many lines are named. */
const MOST_NAMED = 5;

/** What the running process says of an account, or of lines, that Twilio refuses; else undefined. */
export async function held({ running }: Installation): Promise<Result | undefined> {
  const diagnosis = await running.diagnosis().catch(() => undefined);
  if (diagnosis?.account_hold) return refused([diagnosis.account_hold]);
  const lines = diagnosis?.held_lines ?? [];
  return lines.length ? refused(lines) : undefined;
}

function refused(holds: HeldBack[]): Result {
  const named = holds.slice(0, MOST_NAMED);
  const left = holds.length - named.length;
  const cures = new Set(named.map(({ action }) => action ?? 'Put right what that names.'));
  return wrong(
    [...named.map(inWords), ...(left > 0 ? [`and ${left} more`] : [])].join('; '),
    `${[...cures].join(' ')} The answers then go out by themselves.`,
  );
}

function inWords({ line, since, code, message, waiting }: HeldBack): string {
  const what = line === undefined ? 'the account' : titleOf(line);
  const why = code ? `${code}: ${message}` : message;
  return `Twilio refuses ${what} since ${since} (${why}); answers that wait: ${waiting}`;
}
