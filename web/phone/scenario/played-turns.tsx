import { Link } from '@tanstack/react-router';
import type { PlayedTurn } from '../../api/dist/types.gen.js';
import { Said } from '../../shell/said.js';
import { usePhoneWords } from '../words.js';
import { useScenarioWords } from './words.js';

/** How each turn went: what was asked, and where it was wrong, why, and what was answered. */
export function PlayedTurns({ turns }: { turns: PlayedTurn[] }) {
  return (
    <ol className="turns">
      {turns.map((turn) => (
        <Played key={`${turn.conversation}.${turn.turn}`} turn={turn} />
      ))}
    </ol>
  );
}

function Played({ turn }: { turn: PlayedTurn }) {
  const words = usePhoneWords();
  const { passed: right, failed: wrong } = useScenarioWords();
  const { conversation, turn: number, ask, answer, passed, faults, sid } = turn;
  return (
    <li data-passed={passed}>
      <p>
        <span role="img" aria-label={passed ? right : wrong}>
          {passed ? '✓' : '✗'}
        </span>{' '}
        <small>
          {conversation}.{number}
        </small>{' '}
        <bdi>{ask || words.file}</bdi>
      </p>
      {!passed && (
        <>
          <ul>
            {faults.map((fault) => (
              <li key={fault} className="said">
                {fault}
              </li>
            ))}
          </ul>
          {answer && <Said>{answer}</Said>}
        </>
      )}
      {sid && (
        <Link to="/messages/$sid" params={{ sid }}>
          {words.timeLine}
        </Link>
      )}
    </li>
  );
}
