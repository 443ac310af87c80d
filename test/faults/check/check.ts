import type { Ready } from '../ready-watch.js';
import type { Text } from '../writers.js';
import { attemptsIn, type Covered, coverage } from './coverage.js';
import { disorderedIn } from './order.js';
import type { Stored } from './outcomes.js';
import { lies } from './ready.js';
import type { Sent } from './sends.js';

/** All that is known of a trial. */
export interface Facts {
  /** What was written, and when it was acknowledged. */
  texts: readonly Text[];
  /** What Twilio accepted. */
  sends: readonly Sent[];
  /** What the admin API says of each message. */
  stored: ReadonlyMap<string, Stored>;
  /** What the nodes said of themselves. */
  ready: readonly Ready[];
  /** What the store itself holds of those who were erased: see `leftIn`. */
  left: readonly string[];
}

/** What a row allows. */
export interface Allowed {
  uncertain?: boolean;
  ends?: readonly string[];
  noneRefused?: boolean;
  otherWords?: boolean;
}

/** Each list must be empty. */
export interface Broken {
  /** Acknowledged, and not in the store; or without an answer, whatever the store says. */
  lost: string[];
  /** Sent more than once, though Twilio knew of no failure of the one before. */
  twice: string[];
  /** Senders who were answered in another order than they wrote. */
  disordered: string[];
  /** Without an outcome, when all had time enough. */
  stuck: string[];
  /** Uncertain, where the request can't have left. */
  doubtful: string[];
  /** Sent, and answers nothing. */
  strange: string[];
  /** Erased, and in the store; or not ours, and answered. */
  kept: string[];
  /** A node said that it was ready, and refused. */
  lied: string[];
  /** Refused, though another node was there. */
  refused: string[];
}

export interface Verdict extends Broken {
  acknowledged: number;
  answered: number;
  uncertain: number;
  /** Milliseconds from the first try of a webhook until it was taken, of those that were refused. */
  longestRefusal: number;
  /** Milliseconds from a 2xx until Twilio accepted the first part of the answer. */
  longestUnanswered: number;
}

/**
 * The one check of all rows. It looks at ledgers only, each kept by somebody else than Recado, and at
 * what is left in the store of those who were erased.
 */
export function check(facts: Facts, allowed: Allowed): Verdict {
  const { texts, sends, stored, ready, left } = facts;
  const taken = texts.filter(({ takenAt, gone }) => takenAt !== undefined && !gone);
  const covered = coverage(texts, sends, stored);
  const outcomeOf = ({ sid }: Text) => stored.get(sid)?.outcome;
  const uncertain = taken.filter((text) => outcomeOf(text) === 'uncertain');
  const right = new Set<string>(['answered', 'uncertain', ...(allowed.ends ?? [])]);
  const isLost = (text: Text) => {
    const outcome = outcomeOf(text);
    if (outcome === undefined) return true;
    if (outcome === 'answered') return !covered.get(text)!.whole;
    return outcome !== null && !right.has(outcome);
  };
  const refusals = texts.flatMap((text) => text.refusals);
  return {
    acknowledged: new Set(taken.map(({ sid }) => sid)).size,
    answered: taken.filter((text) => outcomeOf(text) === 'answered').length,
    uncertain: uncertain.length,
    lost: taken.filter(isLost).map((text) => {
      const why = stored.get(text.sid)?.why;
      return `${nameOf(text)}: ${outcomeOf(text)}${why ? ` (${why})` : ''}`;
    }),
    stuck: taken.filter((text) => outcomeOf(text) === null).map(nameOf),
    twice: taken.filter((text) => covered.get(text)!.twice).map(nameOf),
    disordered: disorderedIn(taken, covered),
    doubtful: allowed.uncertain ? [] : uncertain.map(nameOf),
    strange: allowed.otherWords ? [] : strangeIn(sends, texts, stored),
    kept: [...texts.filter((text) => isKept(text, stored, covered)).map(nameOf), ...left],
    lied: lies(ready, refusals),
    refused: allowed.noneRefused ? refusals.map(({ status }) => `${status}`) : [],
    longestRefusal: longest(texts.filter((text) => text.refusals.length).map(waited)),
    longestUnanswered: longest(taken.map((text) => covered.get(text)!.first - text.takenAt!)),
  };
}

/** What is broken, with the first of each; undefined when all held. */
export function brokenIn(verdict: Verdict): string | undefined {
  const { lost, twice, disordered, stuck, doubtful, strange, kept, lied, refused } = verdict;
  const broken = { lost, twice, disordered, stuck, doubtful, strange, kept, lied, refused };
  const said = Object.entries(broken).filter(([, list]) => list.length);
  if (!said.length) return undefined;
  return said
    .map(([what, list]) => `${list.length} ${what}: ${list.slice(0, 5).join('; ')}`)
    .join('\n');
}

/** What holds the words of nobody, or of somebody else, and is no attempt of a known answer. */
function strangeIn(
  sends: readonly Sent[],
  texts: readonly Text[],
  stored: ReadonlyMap<string, Stored>,
): string[] {
  const written = new Set(texts.flatMap(({ from, tokens }) => tokens.map((one) => from + one)));
  const known = new Set([...stored.values()].flatMap((one) => attemptsIn(one)));
  const isStrange = ({ to, tokens, attempt }: Sent) =>
    attempt !== null &&
    !known.has(attempt) &&
    (!tokens.length || tokens.some((token) => !written.has(to + token)));
  return sends.filter(isStrange).map(({ to, body }) => `${to}: ${body.slice(0, 60)}`);
}

function isKept(
  text: Text,
  stored: ReadonlyMap<string, Stored>,
  covered: Map<Text, Covered>,
): boolean {
  if (!text.gone) return false;
  return stored.has(text.sid) || (text.gone === 'foreign' && covered.get(text)!.whole);
}

function waited({ triedAt, takenAt }: Text): number {
  return (takenAt ?? Date.now()) - triedAt;
}

function longest(times: number[]): number {
  return times.reduce((most, ms) => (Number.isFinite(ms) ? Math.max(most, ms) : most), 0);
}

function nameOf({ from, tokens, sid }: Text): string {
  return `${from} ${tokens[0] ?? ''} (${sid})`;
}
