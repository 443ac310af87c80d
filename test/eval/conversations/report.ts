import { shareOf } from '../figures.js';
import type { Played } from './players.js';
import { faultsIn } from '../../../src/rehearsals/wording.js';

/** How many turns there were, and how many were right and harmful. */
export interface Count {
  turns: number;
  right: number;
  harmful: number;
  share: number;
}

export function countOf(played: Played[]): Count {
  const right = played.filter((one) => one.right).length;
  const harmful = played.filter((one) => one.harmful).length;
  return { turns: played.length, right, harmful, share: shareOf(played, (one) => one.right) };
}

/** The counts of each kind, by the kind's name. */
export function countsByKind(played: Played[]): Record<string, Count> {
  const kinds = [...new Set(played.map(({ turn }) => turn.kind))].sort();
  const of = (kind: string) => countOf(played.filter(({ turn }) => turn.kind === kind));
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)]));
}

/** A table with a line for each name. */
export function table(heading: string, counts: Record<string, Count>): string {
  const width = Math.max(heading.length, ...Object.keys(counts).map((name) => name.length));
  const row = (name: string, ...cells: (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(7))].join('  ');
  const lines = Object.entries(counts).map(([name, { turns, right, share, harmful }]) =>
    row(name, turns, right, share.toFixed(2), harmful),
  );
  return [row(heading, 'turns', 'right', 'share', 'harmful'), ...lines].join('\n');
}

/** What was wrong with a turn, for whoever mends it. */
export function wrongTurn(played: Played): string {
  const { turn, before, given, harmful } = played;
  const faults = faultsIn(turn, given.text, played);
  return [
    `${harmful ? 'HARMFUL' : 'wrong'} (${turn.kind}): ${turn.ask}`,
    ...(before.length ? [`  after: ${before.join(' / ')}`] : []),
    `  ${faults.join('; ')}`,
    `  answer (${given.mode}, ${given.sources.length} sources): ${excerpt(given.text)}`,
  ].join('\n');
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
