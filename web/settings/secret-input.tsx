import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Config, type Field, valueOf } from './fields.js';
import type { Draft } from './use-draft.js';
import { useSettingsWords } from './words.js';

interface Props {
  field: Field;
  config: Config;
  draft: Draft;
  label: string;
  description?: string;
  error?: ReactNode;
  name: string;
  max: number;
}

/** A secret: it can be written, and only its mask can be read. */
export function SecretInput({ field, config, draft, max, ...own }: Props) {
  const words = useSettingsWords();
  const [asked, setAsked] = useState(false);
  const mask = valueOf(config, field);
  const isWriting = asked || (draft.isChanged(field) && !draft.isReset(field)) || mask === null;
  if (isWriting)
    return (
      <PasswordInput
        {...own}
        value={draft.isChanged(field) ? String(draft.valueOf(field) ?? '') : ''}
        maxLength={max}
        placeholder={mask === null ? words.secretNone : undefined}
        autoComplete="off"
        data-1p-ignore
        autoFocus={asked}
        onChange={(event) => draft.set(field, event.currentTarget.value)}
        onBlur={() => setAsked(false)}
      />
    );
  return (
    <div>
      <span className="label">{own.label}</span>
      {own.description && <p className="hint">{own.description}</p>}
      <p className="secret">
        <span className="numbers">{words.secretSet(String(mask))}</span>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${words.replace}: ${own.label}`}
          onClick={() => setAsked(true)}
        >
          {words.replace}
        </Button>
      </p>
      {own.error && <p className="wrong">{own.error}</p>}
    </div>
  );
}
