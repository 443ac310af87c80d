import { CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { evaluationControllerRemoveMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { EvaluationCaseView } from '../../api/dist/types.gen.js';
import { addressOf } from '../../api/client.js';
import { Failed } from '../../shell/failed.js';
import { useWhyWords } from '../words.js';

interface CasesProps {
  cases: EvaluationCaseView[];
  onChanged: () => Promise<void>;
}

/** The cases that were made of the answer, and the file of all. */
export function Cases({ cases, onChanged }: CasesProps) {
  const words = useWhyWords().review;
  const remove = useMutation({ ...evaluationControllerRemoveMutation(), onSuccess: onChanged });
  return (
    <div className="cases">
      <h3>{words.cases}</h3>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <div>
              <bdi className="said">{one.ask}</bdi>
              <small>
                <code>{one.kind}</code>
                <bdi className="said">{wantedOf(one, words)}</bdi>
              </small>
            </div>
            <May do={scopes.evaluationControllerRemove}>
              <CloseButton
                size="sm"
                aria-label={words.removeCase}
                onClick={() => remove.mutate({ path: { id: one.id } })}
              />
            </May>
          </li>
        ))}
      </ul>
      {remove.error && <Failed error={remove.error} />}
      <a href={addressOf('/api/v1/evaluation')} download="evaluation.yaml">
        {words.download}
      </a>
    </div>
  );
}

/** What its answer must be, in words. */
function wantedOf(
  one: EvaluationCaseView,
  words: ReturnType<typeof useWhyWords>['review'],
): string {
  const must = (one.must ?? []).map((of) => (Array.isArray(of) ? of.join(' | ') : of));
  const said = [
    must.length && `${words.holds} ${must.join(', ')}`,
    one.must_not?.length && `${words.holdsNot} ${one.must_not.join(', ')}`,
    one.refuse && words.case.refuse,
    one.no_sources && words.case.no_sources,
    one.handover && words.case.handover,
  ];
  return said.filter(Boolean).join('; ');
}
