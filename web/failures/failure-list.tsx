import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import type { FailureView } from '../api/dist/types.gen.js';
import type { Decision } from './decide.js';
import { FailureRow } from './failure-row.js';
import { useFailuresWords } from './words.js';

interface FailureListProps {
  failures: FailureView[];
  /** Some are to be decided about. */
  onDecide(decision: Decision): void;
}

/** The failures that are shown; some or all of them can be chosen, and decided about at once. */
export function FailureList({ failures, onDecide: decide }: FailureListProps) {
  const words = useFailuresWords();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  // What left the list meanwhile, by somebody else's hand or by a callback, isn't decided about.
  const selected = failures.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const all = selected.length === failures.length;
  return (
    <>
      <May do={scopes.failuresControllerRetryAll} note>
        <div className="actions">
          <Checkbox
            label={
              selected.length ? words.selected(selected.length) : words.selectAll(failures.length)
            }
            checked={all}
            indeterminate={!all && selected.length > 0}
            onChange={() => choose(new Set(all ? [] : failures.map(({ id }) => id)))}
          />
          {selected.length > 0 && (
            <>
              <Button size="xs" onClick={() => decide({ what: 'retry', failures: selected })}>
                {words.retry}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => decide({ what: 'discard', failures: selected })}
              >
                {words.discard}
              </Button>
            </>
          )}
        </div>
      </May>
      <ul className="failures" aria-label={words.list}>
        {failures.map((failure) => (
          <FailureRow
            key={failure.id}
            failure={failure}
            selected={chosen.has(failure.id)}
            onSelect={() => toggle(failure.id)}
            onDecide={(what) => decide({ what, failures: [failure] })}
          />
        ))}
      </ul>
    </>
  );
}
