import { useMemo, useState } from 'react';
import { type Config, type Field, type Own, type Value, valueOf } from './fields.js';

/** What was typed and isn't saved, or is to be saved. Null: the form's own value is to go. */
export type Update = Partial<Record<Field, Value>>;

export interface Draft {
  /** Whose values the form changes. */
  own: Own;
  /** What a save would change, as the API takes it. */
  update: Update;
  /** How many fields it would change. */
  count: number;
  isChanged(field: Field): boolean;
  /** Whether the form's own value is to go: nobody here knows what is below it. */
  isReset(field: Field): boolean;
  valueOf(field: Field): Value;
  set(field: Field, value: Value): void;
  reset(field: Field): void;
  undo(field: Field): void;
  discard(): void;
}

/** The changes that somebody is making to the configuration as it is. */
export function useDraft(config: Config, own: Own): Draft {
  const [typed, setTyped] = useState<Update>({});
  const update = useMemo(() => changesOf(typed, config, own), [typed, config, own]);
  return {
    own,
    update,
    count: Object.keys(update).length,
    isChanged: (field) => field in update,
    isReset: (field) => update[field] === null,
    valueOf: (field) => {
      const value = typed[field];
      return value === undefined ? valueOf(config, field) : value;
    },
    set: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    reset: (field) => setTyped((before) => ({ ...before, [field]: null })),
    undo: (field) => setTyped(({ [field]: _, ...others }) => others),
    discard: () => setTyped({}),
  };
}

/** An empty text is none: it takes the form's own value away, and changes nothing of any other. */
function changesOf(typed: Update, config: Config, own: Own): Update {
  const changes = Object.entries(typed).flatMap(([name, value]): [Field, Value][] => {
    const field = name as Field;
    if (value !== null && value !== '')
      return value === valueOf(config, field) ? [] : [[field, value]];
    return config.sources[field] === own ? [[field, null]] : [];
  });
  return Object.fromEntries(changes);
}
