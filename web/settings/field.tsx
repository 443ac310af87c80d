import { Button } from '@mantine/core';
import { FieldControl } from './control.js';
import type { Config, Field } from './fields.js';
import type { Draft } from './use-draft.js';
import { useSettingsWords } from './words.js';

interface Props {
  field: Field;
  config: Config;
  draft: Draft;
  /** Why the server does not take it. */
  error?: string;
}

/** A setting: its control, where its value comes from, and the way back. */
export function SettingField({ field, config, draft, error }: Props) {
  const words = useSettingsWords();
  const { label } = words.fields[field];
  const { own } = draft;
  const source = config.sources[field];
  return (
    <div className="setting" data-changed={draft.isChanged(field) || undefined}>
      <FieldControl field={field} config={config} draft={draft} error={error} />
      <p className="source">
        <span data-source={source} data-own={source === own}>
          {words.sources[own][source]}
        </span>
        {draft.isChanged(field) && (
          <span data-source="changed">
            {draft.isReset(field) ? words.back[own].will : words.changed}
          </span>
        )}
        {draft.isChanged(field) && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.undoHint(label)}
            onClick={() => draft.undo(field)}
          >
            {words.undo}
          </Button>
        )}
        {source === own && !draft.isReset(field) && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={words.back[own].hint(label)}
            onClick={() => draft.reset(field)}
          >
            {words.reset}
          </Button>
        )}
      </p>
    </div>
  );
}
