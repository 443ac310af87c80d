import { Alert } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  botConfigControllerShowQueryKey,
  botConfigControllerUpdateMutation,
  proposedControllerTestMutation,
} from '../api/dist/@tanstack/react-query.gen.js';
import type { BotConfigView } from '../api/dist/types.gen.js';
import { Failure } from '../api/failure.js';
import { Failed } from '../shell/failed.js';
import { notify } from '../shell/notify.js';
import { SettingField } from './field.js';
import { fieldsOf, GROUPS } from './fields.js';
import { Findings } from './findings.js';
import { Guard } from './guard.js';
import { SaveBar } from './save-bar.js';
import { useDraft } from './use-draft.js';
import { useSettingsWords } from './words.js';

/** All settings; what is changed can be tried, saved or dropped. */
export function SettingsForm({ config }: { config: BotConfigView }) {
  const words = useSettingsWords();
  const draft = useDraft(config);
  const queries = useQueryClient();
  const test = useMutation(proposedControllerTestMutation());
  const save = useMutation({
    ...botConfigControllerUpdateMutation(),
    onSuccess: (saved) => {
      // What else shows settings is asked for anew: the history, the set-up.
      queries.setQueryData(botConfigControllerShowQueryKey(), saved);
      void queries.invalidateQueries();
      draft.discard();
      test.reset();
      void notify({ message: words.saved, color: 'leaf' });
    },
  });
  const refused = failureOf(save.error) ?? failureOf(test.error);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const [first] = refused?.fields.keys() ?? [];
    const control = first && form.current?.elements.namedItem(first);
    if (control instanceof HTMLElement) control.focus();
  }, [refused]);
  const edit = { ...draft, set: forgetting(draft.set), reset: forgetting(draft.reset) };

  /** What was found, or refused, was of other values. */
  function forgetting<A extends unknown[]>(change: (...args: A) => void) {
    return (...args: A) => {
      test.reset();
      save.reset();
      change(...args);
    };
  }

  return (
    <form
      ref={form}
      className="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.count) save.mutate({ body: draft.update });
      }}
    >
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{words.groups[group].title}</h2>
          <p className="hint">{words.groups[group].hint}</p>
          {group === 'twilio' && config.simulator && (
            <Alert color="yellow" variant="light" mb="md">
              {words.simulated}
            </Alert>
          )}
          {fieldsOf(group).map((field) => (
            <SettingField
              key={field}
              field={field}
              config={config}
              draft={edit}
              error={refused?.fields.get(field)}
            />
          ))}
        </section>
      ))}
      {refused &&
        (refused.fields.size ? (
          <p className="wrong" role="alert">
            {words.invalid}
          </p>
        ) : (
          <Failed error={refused} />
        ))}
      {test.data && <Findings items={test.data.items} />}
      <SaveBar
        count={draft.count}
        doubtful={test.data?.items.some(({ status }) => status === 'failed') ?? false}
        testing={test.isPending}
        saving={save.isPending}
        test={() => test.mutate({ body: draft.update })}
        discard={() => {
          test.reset();
          save.reset();
          draft.discard();
        }}
      />
      <Guard active={draft.count > 0} />
    </form>
  );
}

function failureOf(error: unknown): Failure | undefined {
  if (!error) return undefined;
  return error instanceof Failure ? error : new Failure(error);
}
