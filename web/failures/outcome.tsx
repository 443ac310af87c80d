import { CloseButton } from '@mantine/core';
import type { FailureView } from '../api/dist/types.gen.js';
import { useShellWords } from '../shell/words.js';
import type { DecidedSoFar } from './decide-all.js';
import type { Decision } from './decide.js';
import { useFailuresWords } from './words.js';

/** What became of a decision. */
export interface Result extends DecidedSoFar, Decision {}

/** How many were done, and of each that was refused why. */
export function Outcome({ result, onClose }: { result: Result; onClose: () => void }) {
  const words = useFailuresWords();
  const shell = useShellWords();
  const { what, items, failures, brokeOff } = result;
  const refused = items.filter((one) => one.result === 'refused');
  const named = new Map(failures.map((failure) => [failure.id, nameOf(failure)]));
  return (
    <div className="result" role="status">
      <CloseButton aria-label={shell.close} onClick={onClose} size="sm" />
      <strong>{words.done[what](items.length - refused.length)}</strong>
      {refused.length > 0 && <span>, {words.refused(refused.length)}</span>}
      {brokeOff && <p>{words.brokeOff}</p>}
      {refused.length > 0 && (
        <ul aria-label={words.refusals}>
          {refused.map(({ id, reason }) => (
            <li key={id}>
              <bdi className="said">{named.get(id) ?? words.kinds.dead}</bdi>: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What it is about, in a line. */
function nameOf({ question, answer, id }: FailureView): string {
  const characters = [...(question ?? answer ?? id).replace(/\s+/g, ' ')];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : characters.join('');
}
