import { iso } from '../clock.js';
import { MessageView, PartView } from '../conversations/message.dto.js';
import { ReceivedView } from '../conversations/received.dto.js';
import { AttemptView, CallbackView } from '../conversations/sends.dto.js';
import { AttemptEvidence } from '../failures/evidence.dto.js';
import { withScheme } from '../address.js';
import type { Hold } from '../mailbox/holds/hold.store.js';
import type { PartState } from '../mailbox/turns/part.js';
import { canBeRetried, retriedAgainst } from '../mailbox/turns/turn.js';
import { SpanView } from './span.dto.js';
import { visitsOf } from './spans/making.js';
import { bounds, spansOf } from './spans/spans.js';
import { toneOf, type Tone } from './spans/span.js';
import type { SentPart } from '../mailbox/outbox/attempts/sent-part.js';
import { modeOf, type Story, type StoryTurn } from './story/story.js';
import type { SentPartView, TimelineFailure, TimelineView, WorkView } from './timeline.dto.js';

const TONE_OF_PART: Record<PartState, Tone> = {
  accepted: 'good',
  pending: 'calm',
  sending: 'calm',
  stopped: 'calm',
  uncertain: 'warn',
  dead: 'bad',
};

/** The timeline of a story. `reveal`: names and numbers of people aren't masked. */
export function timelineOf(story: Story, hold: Hold | undefined, reveal: boolean): TimelineView {
  const { message, asked, answer, turn, mailbox, now } = story;
  const spans = spansOf(story, hold);
  const { began, ended } = bounds(story, spans);
  const received = ReceivedView.of(message, { reveal });
  return {
    conversation_id: mailbox.id,
    turn_id: turn?.id ?? null,
    request_id: received?.request?.request_id ?? null,
    message: MessageView.of(message, turn),
    siblings: asked.filter(({ id }) => id !== message.id).map(siblingOf),
    answer: answer && answer.id !== message.id ? MessageView.of(answer, turn) : null,
    mode: modeOf(story) ?? null,
    outcome: turn?.outcome ?? null,
    tone: turn || message.source !== 'api' ? toneOf(turn?.outcome) : 'good',
    error: turn?.error ?? null,
    pending: ended === undefined,
    began_at: iso(began),
    ended_at: ended === undefined ? null : iso(ended),
    now: iso(now),
    settled_at: turn?.settledAt === undefined ? null : iso(turn.settledAt),
    work: workOf(story),
    received,
    spans: spans.map(SpanView.of),
    parts: (turn?.parts ?? []).map((part, at) => partOf(part, at, now, reveal)),
    failure: turn ? failureOf(turn, mailbox.optedOut) : null,
  };
}

function siblingOf({ id, text, createdAt }: Story['message']) {
  return { id, text, created_at: iso(createdAt) };
}

function workOf({ turn, mailbox: { failures } }: Story): WorkView {
  if (!turn) return { visits: failures, crashes: 0, failures, interrupted: 0 };
  const { crashes = 0, failures: failed = 0, runs = [] } = turn.made;
  const interrupted = runs.filter(({ end }) => end === 'interrupted').length;
  return { visits: visitsOf(turn), crashes, failures: failed, interrupted };
}

function partOf(part: SentPart, at: number, now: number, reveal: boolean): SentPartView {
  const { state } = part;
  const doubted = state === 'sending' || state === 'uncertain' || part.evidence;
  const evidence = doubted ? AttemptEvidence.of(part) : undefined;
  const to = reveal && part.sentTo ? { to: withScheme(part.sentTo) } : {};
  return {
    ...PartView.of(part),
    number: at + 1,
    tone: TONE_OF_PART[state],
    attempts: AttemptView.all(part, now),
    callbacks: part.heard.map(CallbackView.of),
    evidence: evidence ? { ...evidence, ...to } : null,
  };
}

/** What is on the list of failures, and what was and may still be sent again. */
function failureOf(turn: StoryTurn, optedOut: boolean): TimelineFailure | null {
  const can_retry = canBeRetried(turn) && retriedAgainst(turn, optedOut) === undefined;
  if (!turn.failed && !can_retry) return null;
  return { id: turn.id, can_retry, can_discard: turn.failed };
}
