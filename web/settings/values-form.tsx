import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ProposedFinding } from '../api/dist/types.gen.js';
import { Failure } from '../api/failure.js';
import { Failed } from '../shell/failed.js';
import { notify } from '../shell/notices/notify.js';
import { SettingField } from './field.js';
import { type Config, fieldsOf, type Group, GROUPS, type Own } from './fields.js';
import { Findings } from './findings.js';
import { Guard } from './guard.js';
import { SaveBar } from './save-bar.js';
import { type Update, useDraft } from './use-draft.js';
import { useSettingsWords } from './words.js';

interface ValuesFormProps {
  config: Config;
  own: Own;
  /** Whether they may be changed, and not only looked at. */
  may: boolean;
  save(update: Update): Promise<void>;
  /** Tries what would be saved; absent where nothing can be tried. */
  test?(update: Update): Promise<ProposedFinding[]>;
  /** What saving makes where there is nothing yet: it is made without a change, too. */
  makes?: string;
  /** What is said above the fields of a group. */
  notes?: Partial<Record<Group, ReactNode>>;
}

/** Settings, of the installation or of a line; what is changed can be tried, saved or dropped. */
export function ValuesForm({ config, own, may, makes, notes, ...acts }: ValuesFormProps) {
  const words = useSettingsWords();
  const draft = useDraft(config, own);
  const test = useMutation({ mutationFn: async (update: Update) => acts.test!(update) });
  const save = useMutation({
    mutationFn: async (update: Update) => acts.save(update),
    onSuccess: () => {
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
        if (draft.count || makes) save.mutate(draft.update);
      }}
    >
      <fieldset disabled={!may} className={may ? 'edited' : 'looked-at'}>
        {GROUPS.map((group) => [group, fieldsOf(group, config)] as const).map(
          ([group, fields]) =>
            fields.length > 0 && (
              <section key={group} aria-labelledby={`group-${group}`}>
                <h2 id={`group-${group}`}>{words.groups[group].title}</h2>
                <p className="hint">{words.groups[group].hint}</p>
                {notes?.[group]}
                {fields.map((field) => (
                  <SettingField
                    key={field}
                    field={field}
                    config={config}
                    draft={edit}
                    error={refused?.fields.get(field)}
                  />
                ))}
              </section>
            ),
        )}
      </fieldset>
      {refused &&
        (refused.fields.size ? (
          <p className="wrong" role="alert">
            {words.invalid}
          </p>
        ) : (
          <Failed error={refused} />
        ))}
      {test.data && <Findings items={test.data} />}
      {may && (
        <SaveBar
          count={draft.count}
          doubtful={test.data?.some(({ status }) => status === 'failed') ?? false}
          testing={test.isPending}
          saving={save.isPending}
          makes={makes}
          test={acts.test && (() => test.mutate(draft.update))}
          discard={() => {
            test.reset();
            save.reset();
            draft.discard();
          }}
        />
      )}
      <Guard active={draft.count > 0} />
    </form>
  );
}

function failureOf(error: unknown): Failure | undefined {
  if (!error) return undefined;
  return error instanceof Failure ? error : new Failure(error);
}
