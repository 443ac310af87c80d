import { useEffect, useRef } from 'react';
import type { Heard } from './affected.js';

/** Somebody who keeps up to date by hand what would take too long to read anew as a whole. */
export interface Ear {
  /** Something changed: told at once, each time. */
  heard(heard: Heard): void;
  /** Anything may have changed. */
  missed(): void;
}

const ears = new Set<Ear>();

/** All who listen. Their own queries say `meta: { live: [] }`: nobody else makes them stale. */
export const allEars: Ear = {
  heard: (heard) => ears.forEach((ear) => ear.heard(heard)),
  missed: () => ears.forEach((ear) => ear.missed()),
};

/** Hears each event itself, while the component is there. */
export function useHeard(ear: Ear): void {
  const latest = useRef(ear);
  useEffect(() => void (latest.current = ear));
  useEffect(() => {
    const one: Ear = {
      heard: (heard) => latest.current.heard(heard),
      missed: () => latest.current.missed(),
    };
    ears.add(one);
    return () => void ears.delete(one);
  }, []);
}
