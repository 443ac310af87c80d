import type { Run } from '../../mailbox/turns/work.js';
import type { Story, StoryTurn } from '../story/story.js';
import { isWorkedOn } from './before-answer.js';
import type { Group, Name, Span } from './span.js';

/** The stages of an answer as the chat names them, in the order in which they begin. */
const STAGES: [string, Group, Name][] = [
  ['history_ms', 'searched', 'history'],
  ['retrieval_ms', 'searched', 'search'],
  ['model_ms', 'generated', 'model'],
];

/** How the answer was made, or is being made. */
export function makingSpans(story: Story): Span[] {
  const { turn, mailbox, message, asked, answer } = story;
  const [first] = asked;
  if (!turn && message.source === 'api' && answer && first)
    return [whole('generated', 'answer', first.createdAt, answer.createdAt)];
  const media = mediaSpans(story);
  if (turn) return [...visit(turn), ...interrupted(turn), ...media, ...answered(turn)];
  if (!isWorkedOn(story)) return media;
  const { claimedAt, failures, leaseUntil } = mailbox;
  const began = Math.max(claimedAt!, message.createdAt);
  const base = { group: 'worked', name: 'visit', tone: 'calm', began } as const;
  return [{ ...base, waitsFor: 'answer', next: leaseUntil, count: failures + 1 }, ...media];
}

/** How often a worker had the mailbox for a turn: visits that failed, crashes, and the last one. */
export function visitsOf({ made: { crashes = 0, failures = 0 } }: StoryTurn): number {
  return crashes + failures + 1;
}

function visit(turn: StoryTurn): Span[] {
  const { claimedAt, crashes, failures } = turn.made;
  if (claimedAt === undefined) return [];
  const tone = crashes ? 'bad' : failures ? 'warn' : 'calm';
  const span = whole('worked', 'visit', claimedAt, turn.createdAt);
  return [{ ...span, tone, count: visitsOf(turn) }];
}

function interrupted({ made }: StoryTurn): Span[] {
  const runs = (made.runs ?? []).filter(({ end }) => end === 'interrupted');
  return runs.map(({ at, ms }, n) => {
    const span = whole('worked', 'interrupted', at, at + ms);
    return { ...span, tone: 'warn', count: n + 1 };
  });
}

function mediaSpans({ asked }: Story): Span[] {
  const media = asked.flatMap(({ details }) => details?.media ?? []);
  return media.flatMap(({ readAt, readMs = 0, read }) => {
    if (readAt === undefined) return [];
    const span = whole('read', 'media', readAt, readAt + readMs);
    return [{ ...span, tone: read && 'failed' in read ? 'warn' : 'good' }];
  });
}

/** The stages of the last go, one after the other: of each only is known how long it took. */
function answered({ made, createdAt, mode }: StoryTurn): Span[] {
  const run = (made.runs ?? []).find(({ end }) => end === 'answered');
  if (!run) return [whole('stored', 'store', createdAt, createdAt)];
  const ends = Math.max(run.at, Math.min(run.at + run.ms, createdAt));
  const tone = mode === 'fallback' ? 'warn' : 'good';
  return [...stages(run, ends, tone), whole('stored', 'store', ends, createdAt)];
}

function stages({ at, timings = {} }: Run, ends: number, tone: Span['tone']): Span[] {
  let began = at;
  return STAGES.flatMap(([stage, group, name]) => {
    const ms = timings[stage] ?? 0;
    if (!ms) return [];
    const span = whole(group, name, began, Math.min(began + ms, ends));
    began = span.ended;
    return [{ ...span, tone }];
  });
}

function whole(group: Group, name: Name, began: number, ended: number) {
  return { group, name, tone: 'good', began, ended: Math.max(began, ended) } as const;
}
