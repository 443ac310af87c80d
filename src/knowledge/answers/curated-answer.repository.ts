import type { Correction, CuratedAnswer, ServedAnswer } from './curated-answer.js';

/** Keeps curated answers. Every change raises `version` in the same transaction. */
export abstract class CuratedAnswerRepository {
  /** Adds one. */
  abstract add(answer: CuratedAnswer): Promise<void>;

  /** Changes one; without a `messageId` the old one stays. Undefined when there is none of the id. */
  abstract change(id: string, correction: Correction): Promise<ServedAnswer | undefined>;

  /** Removes one; returns whether it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** The one of an id; undefined when there is none. */
  abstract find(id: string): Promise<ServedAnswer | undefined>;

  /** All of them, oldest first, without how often they were served. */
  abstract all(): Promise<CuratedAnswer[]>;

  /** A page, oldest first. Throws a `BadCursor` for a cursor that no page gave. */
  abstract page(
    limit: number,
    cursor?: string,
  ): Promise<{ answers: ServedAnswer[]; next: string | null }>;

  /** A number that grows with every change on any node. It is read about once a second. */
  abstract version(): Promise<number>;
}
