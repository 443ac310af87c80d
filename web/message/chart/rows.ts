import type { AttemptView, SpanView, TimelineView } from '../../api/dist/types.gen.js';
import type { Tone } from '../tone.js';

export type Part = TimelineView['parts'][number];
export type Callback = Part['callbacks'][number];

/** A line of the time line. Times in milliseconds since 1970. */
export interface Row {
  key: string;
  group: SpanView['group'];
  name: SpanView['name'] | 'callbacks';
  tone: Tone;
  /** The first line of its group has the group's name before it. */
  leads: boolean;
  began: number;
  /** Of what lasts: now. */
  ended: number;
  pending: boolean;
  waitsFor: SpanView['waits_for'];
  next: string | null;
  /** How often; see `SpanView`. */
  count: number | null;
  /** The part's number, and which attempt of it this is. */
  part: number | null;
  attempt?: AttemptView;
  /** What Twilio told, as points. */
  callbacks: Callback[];
}

/** The lines of a time line, in their order. `now`: by the clock of the store. */
export function rowsOf(timeline: TimelineView, now: number): Row[] {
  const rows = timeline.spans.map((span, n) => rowOf(span, n, timeline, now));
  const told = new Set(rows.flatMap(({ name, part }) => (name === 'delivery' ? [part] : [])));
  const alone = timeline.parts.filter(
    ({ number, callbacks }) => callbacks.length && !told.has(number),
  );
  const all = [...rows, ...alone.map(callbacksOf)];
  return all.map((row, n) => ({ ...row, leads: all[n - 1]?.group !== row.group }));
}

function rowOf(span: SpanView, n: number, { parts }: TimelineView, now: number): Row {
  const part = parts.find(({ number }) => number === span.part);
  const began = Date.parse(span.began_at);
  const ended = span.ended_at === null ? now : began + (span.duration_ms ?? 0);
  const attempt =
    span.name === 'attempt'
      ? part?.attempts.find(({ number }) => number === span.attempt)
      : undefined;
  return {
    key: `${n} ${span.name}`,
    group: span.group,
    name: span.name,
    tone: span.tone,
    leads: false,
    began,
    ended: Math.max(began, ended),
    pending: span.pending,
    waitsFor: span.waits_for,
    next: span.next_at,
    count: span.count,
    part: span.part,
    ...(attempt && { attempt }),
    callbacks: span.name === 'delivery' ? (part?.callbacks ?? []) : [],
  };
}

/** What was told of a part that isn't on its way. */
function callbacksOf({ number, callbacks }: Part): Row {
  const times = callbacks.map(({ at }) => Date.parse(at));
  const failed = callbacks.some(({ error }) => error !== null);
  return {
    key: `callbacks ${number}`,
    group: 'delivered',
    name: 'callbacks',
    tone: failed ? 'bad' : 'calm',
    leads: false,
    began: Math.min(...times),
    ended: Math.max(...times),
    pending: false,
    waitsFor: null,
    next: null,
    count: null,
    part: number,
    callbacks,
  };
}

/** All moments that a time line has a place for. */
export function momentsOf(rows: Row[], { began_at, settled_at }: TimelineView): number[] {
  const told = rows.flatMap(({ callbacks }) => callbacks.map(({ at }) => Date.parse(at)));
  const settled = settled_at === null ? [] : [Date.parse(settled_at)];
  const spans = rows.flatMap(({ began, ended }) => [began, ended]);
  return [Date.parse(began_at), ...spans, ...told, ...settled];
}
