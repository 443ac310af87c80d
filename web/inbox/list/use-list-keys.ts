import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Entry } from './entries.js';

interface Given {
  entries: Entry[];
  rows: Virtualizer<HTMLDivElement, Element>;
  open?: string;
  onOpen(id: string, byKey?: boolean): void;
}

/** How far a key moves in the list. */
const MOVES: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};

/** Moves through the list by keys. `active`: where the keys are, which need not be what is open. */
export function useListKeys({ entries, rows, open, onOpen }: Given) {
  const [moved, move] = useState<string>();
  const { places, placeOf } = useMemo(() => {
    const places = entries.flatMap((entry, at) => (entry.kind === 'conversation' ? [at] : []));
    const placeOf = new Map(places.map((at, place) => [entries[at].key, place]));
    return { places, placeOf };
  }, [entries]);
  const active = [moved, open].find((id) => id !== undefined && placeOf.has(id));

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !places.length) return;
    const from = active === undefined ? -1 : placeOf.get(active)!;
    if (key === 'Enter' && active) onOpen(active, true);
    else if (!(key in MOVES)) return;
    else {
      const wanted = from < 0 ? 0 : from + MOVES[key];
      const to = Math.min(places.length - 1, Math.max(0, wanted));
      move(entries[places[to]].key);
      // With what stands above the first: its title.
      rows.scrollToIndex(to === 0 ? 0 : places[to], { align: 'auto' });
    }
    event.preventDefault();
  };
  return { active, onKeyDown };
}
