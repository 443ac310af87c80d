import type { EvaluationCase } from './case.js';

/** Keeps cases for the evaluation. They are erased with the answers that they were made of. */
export abstract class CaseStore {
  /** Adds one. Returns false where its answer is gone. */
  abstract add(made: Omit<EvaluationCase, 'createdAt'>): Promise<EvaluationCase | undefined>;

  /** Those that were made of an answer, oldest first. */
  abstract of(answerId: string): Promise<EvaluationCase[]>;

  /** A page, oldest first. Throws a `BadCursor` for a cursor that no page gave. */
  abstract page(
    limit: number,
    cursor?: string,
  ): Promise<{ cases: EvaluationCase[]; next: string | null }>;

  /** Removes one; returns whether it was there. */
  abstract remove(id: string): Promise<boolean>;
}
