import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import type { FailureView } from '../api/dist/types.gen.js';
import { Said } from '../shell/said.js';
import { Time } from '../shell/time.js';
import { Evidence } from './evidence.js';
import './failure-row.css';
import { useFailuresWords } from './words.js';

interface FailureRowProps {
  failure: FailureView;
  selected: boolean;
  onSelect(): void;
  onDecide(what: 'retry' | 'discard'): void;
}

/** One failure: what failed, why, what cures it, and what can be done. */
export function FailureRow({ failure, selected, onSelect, onDecide }: FailureRowProps) {
  const words = useFailuresWords();
  const { kind, question, answer, created_at, evidence } = failure;
  return (
    <li data-selected={selected || undefined}>
      <May do={scopes.failuresControllerRetryAll}>
        <Checkbox
          checked={selected}
          onChange={onSelect}
          aria-label={words.select(question ?? answer ?? words.kinds[kind])}
        />
      </May>
      <div className="failure">
        <header>
          <span className="kind" data-kind={kind}>
            {words.kinds[kind]}
          </span>
          <Time at={created_at} />
        </header>
        <Exchange failure={failure} />
        <Cause failure={failure} />
        {kind === 'uncertain' && <Evidence evidence={evidence} />}
        <Links failure={failure} onDecide={onDecide} />
      </div>
    </li>
  );
}

function Exchange({ failure }: { failure: FailureView }) {
  const words = useFailuresWords();
  const { kind, question, answer, mode } = failure;
  const said = kind === 'fallback' ? words.answered : words.toSend;
  return (
    <dl className="exchange">
      {question !== null && (
        <div>
          <dt>{words.asked}</dt>
          <dd className="said" dir="auto">
            {question}
          </dd>
        </div>
      )}
      <div>
        <dt>{mode === 'person' ? words.byPerson : said}</dt>
        <dd>{answer === null ? words.nothingMade : <Said>{answer}</Said>}</dd>
      </div>
    </dl>
  );
}

function Cause({ failure: { code, message, action } }: { failure: FailureView }) {
  const words = useFailuresWords();
  return (
    <div className="cause">
      <p className="said">
        {code !== null && <code>{words.code(code)}</code>} {message}
      </p>
      {action && (
        <p className="cure said">
          <strong>{words.cure}:</strong> {action}
        </p>
      )}
    </div>
  );
}

function Links({ failure, onDecide }: Pick<FailureRowProps, 'failure' | 'onDecide'>) {
  const words = useFailuresWords();
  const { kind, message_id, conversation_id } = failure;
  return (
    <footer>
      {kind !== 'fallback' && (
        <May do={scopes.failuresControllerRetryAll}>
          <Button size="compact-sm" variant="default" onClick={() => onDecide('retry')}>
            {words.retry}
          </Button>
        </May>
      )}
      <May do={scopes.failuresControllerDiscardAll}>
        <Button size="compact-sm" variant="default" onClick={() => onDecide('discard')}>
          {words.discard}
        </Button>
      </May>
      <Link to="/messages/$sid" params={{ sid: message_id }}>
        {words.timeLine}
      </Link>
      <Link to="/inbox/$id" params={{ id: conversation_id }}>
        {words.conversation}
      </Link>
    </footer>
  );
}
