import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type Config, controlOf, type Field } from './fields.js';
import { HoursEditor } from './hours/hours-editor.js';
import { SecretInput } from './secret-input.js';
import type { Draft } from './use-draft.js';
import { useSettingsWords } from './words.js';

interface Props {
  field: Field;
  config: Config;
  draft: Draft;
  error?: string;
}

/** The control that the API's document asks for. */
export function FieldControl({ field, config, draft, error }: Props) {
  const words = useSettingsWords();
  const control = useMemo(() => controlOf(field), [field]);
  const { label, hint } = words.fields[field];
  const value = draft.valueOf(field);
  const isReset = draft.isReset(field);
  const { will: willReset } = words.back[draft.own];
  const own = {
    label,
    description: hint || undefined,
    error: error && <bdi lang="en">{error}</bdi>,
    name: field,
  };
  const text = {
    ...own,
    value: value === null ? '' : String(value),
    placeholder: isReset ? willReset : words.none,
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.set(field, event.currentTarget.value),
  };
  switch (control.kind) {
    case 'number':
      return (
        <NumberInput
          {...own}
          value={value ?? ''}
          placeholder={isReset ? willReset : undefined}
          min={control.min}
          max={control.max}
          allowDecimal={control.decimals}
          // What is out of bounds is the server's to refuse, in its words.
          clampBehavior="none"
          thousandSeparator=" "
          onChange={(number) => draft.set(field, number)}
        />
      );
    case 'switch':
      return (
        <Switch
          {...own}
          checked={value === 'on'}
          onChange={(event) => draft.set(field, event.currentTarget.checked ? 'on' : 'off')}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...text}
          data={[
            ...(isReset ? [{ value: '', label: willReset }] : []),
            ...control.of.map((one) => ({ value: one, label: words.choices[field]?.[one] ?? one })),
          ]}
        />
      );
    case 'secret':
      return <SecretInput {...own} field={field} config={config} draft={draft} max={control.max} />;
    case 'hours':
      return <HoursEditor {...own} value={text.value} set={(hours) => draft.set(field, hours)} />;
    case 'long':
      return (
        <Textarea {...text} dir="auto" autosize minRows={2} maxRows={12} maxLength={control.max} />
      );
    case 'zone':
      return (
        <>
          <TextInput {...text} list="time-zones" maxLength={control.max} autoComplete="off" />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      );
    case 'text':
      return (
        <TextInput
          {...text}
          dir="auto"
          maxLength={control.max}
          spellCheck={false}
          autoComplete="off"
        />
      );
  }
}
