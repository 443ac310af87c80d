import type { Turn, Wanted } from '../scenarios/scenario.js';
import type { Mark } from './marking.js';

/** What is wrong with an answer, in words; nothing where it is right. */
export function faultsIn(turn: Turn, text: string, mark: Mark): string[] {
  if (mark.right) return [];
  if (turn.silence) return ['answers'];
  if (!text) return ['does not answer'];
  const { missing, forbidden, refused, handedOver, quotes } = mark;
  return [
    ...missing.map((wanted) => `misses ${wordingOf(wanted)}`),
    ...forbidden.map((held) => `must not hold ${wordingOf(held)}`),
    ...(refused && !turn.refuse ? ['refuses'] : []),
    ...(turn.refuse && !refused ? ['does not refuse'] : []),
    ...(handedOver && !turn.handover ? ['hands over'] : []),
    ...(turn.handover && !handedOver ? ['does not hand over'] : []),
    ...(quotes ? ['quotes'] : []),
  ];
}

function wordingOf(wanted: Wanted): string {
  return [wanted]
    .flat()
    .map((text) => JSON.stringify(text))
    .join(' or ');
}
