import type { Intent } from '../../../src/intent/intent.js';
import { type Kind, KINDS, type Sentence } from './sentences.js';

/** A sentence, and what it was taken for. */
export interface Taken extends Sentence {
  as: Kind;
}

export interface KindFigures {
  /** Sentences that want this, and the share that was understood. */
  wanted: number;
  understood: number;
  /** Sentences that don't, and the share that was not taken for it. */
  others: number;
  left_alone: number;
}

/** What only a general assistant could answer is off-topic, unless something is found for it. */
export function kindOf(intent: Intent): Kind {
  return intent.kind === 'question' && intent.offTopic ? 'off-topic' : intent.kind;
}

/**
 * The figures of each kind that any sentence wants or was taken for. A sentence with several labels is
 * understood as any of them, and counts for the one it was taken for, else for its first.
 */
export function figuresOf(taken: Taken[]): Partial<Record<Kind, KindFigures>> {
  const figures: Partial<Record<Kind, KindFigures>> = {};
  for (const kind of KINDS) {
    const wanted = taken.filter((one) => labelOf(one) === kind);
    const others = taken.filter(({ wants }) => !wants.includes(kind));
    const understood = wanted.filter(({ as }) => as === kind).length;
    const alone = others.filter(({ as }) => as !== kind).length;
    if (wanted.length || alone < others.length)
      figures[kind] = {
        wanted: wanted.length,
        understood: share(understood, wanted.length),
        others: others.length,
        left_alone: share(alone, others.length),
      };
  }
  return figures;
}

function labelOf({ wants, as }: Taken): Kind {
  return wants.includes(as) ? as : wants[0];
}

const share = (count: number, of: number) => (of ? Math.floor((1000 * count) / of) / 1000 : 1);

export function isRight({ wants, as }: Taken): boolean {
  return wants.includes(as);
}

/** A table with a line for each kind. */
export function tableOf(figures: Partial<Record<Kind, KindFigures>>): string {
  const rows = Object.entries(figures).map(([kind, of]) => [
    kind,
    of.wanted,
    of.understood.toFixed(3),
    of.others,
    of.left_alone.toFixed(3),
  ]);
  const heading = ['kind', 'wanted', 'understood', 'others', 'left alone'];
  return [heading, ...rows]
    .map(([name, ...cells]) =>
      [String(name).padEnd(16), ...cells.map((cell) => String(cell).padStart(11))].join(''),
    )
    .join('\n');
}

/** What was taken for what, and how often. */
export function confusions(taken: Taken[]): string[] {
  const counts = new Map<string, number>();
  for (const { wants, as } of taken.filter((one) => !isRight(one))) {
    const pair = `${wants.join('/')} taken for ${as}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([pair, count]) => `${count}  ${pair}`);
}
