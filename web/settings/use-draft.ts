import { useMemo, useState } from 'react';
import type { BotConfigUpdate, BotConfigView } from '../api/dist/types.gen.js';
import { type Field, type Value, valueOf } from './fields.js';

/** What was typed and isn't saved. Null: the stored value is to go. */
type Typed = Partial<Record<Field, Value>>;

export interface Draft {
  /** What a save would change, as the API takes it. */
  update: BotConfigUpdate;
  /** How many fields it would change. */
  count: number;
  isChanged(field: Field): boolean;
  /** Whether the stored value is to go: nobody here knows what is below it. */
  isReset(field: Field): boolean;
  valueOf(field: Field): Value;
  set(field: Field, value: Value): void;
  reset(field: Field): void;
  undo(field: Field): void;
  discard(): void;
}

/** The changes that somebody is making to the configuration as it is. */
export function useDraft(config: BotConfigView): Draft {
  const [typed, setTyped] = useState<Typed>({});
  const update = useMemo(() => changesOf(typed, config), [typed, config]);
  return {
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

/** An empty text is none: it takes a stored value away, and changes nothing of any other. */
function changesOf(typed: Typed, config: BotConfigView): BotConfigUpdate {
  const changes = Object.entries(typed).flatMap(([name, value]): [Field, Value][] => {
    const field = name as Field;
    if (value !== null && value !== '')
      return value === valueOf(config, field) ? [] : [[field, value]];
    return config.sources[field] === 'stored' ? [[field, null]] : [];
  });
  return Object.fromEntries(changes) as BotConfigUpdate;
}
