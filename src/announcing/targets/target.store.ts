import type { Target, TargetChange } from './target.js';

/** Keeps whom news is told to. What happens from an `add` on is told; nothing from before. */
export abstract class TargetStore {
  /** All of them, the oldest first. */
  abstract all(): Promise<Target[]>;

  abstract find(id: string): Promise<Target | undefined>;

  /** Adds one, unless there are `most` of its kind or one of this id. Returns whether it did. */
  abstract add(target: Target, most: number): Promise<boolean>;

  /** Changes one and returns it; undefined for an unknown id. */
  abstract change(id: string, change: TargetChange): Promise<Target | undefined>;

  /** Removes one, with all that is to be told to it. Returns false for an unknown id. */
  abstract remove(id: string): Promise<boolean>;
}
