import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long, the longest first. */
const LONG = [
  'test/process/mongo-away',
  'test/process/lifetime',
  'test/process/',
  'test/whatsapp/',
  'test/bad-input/',
  'test/admin/',
];

/**
 * What takes longest begins first, so that no worker has it left when the others are done. The order
 * is the same on each machine: it doesn't come from what earlier runs took.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return [...files].sort(
      (a, b) => rankOf(a.moduleId) - rankOf(b.moduleId) || sizes.get(b)! - sizes.get(a)!,
    );
  }
}

/** Projects don't mix: a worker serves one, and ends where the next one begins. */
function rankOf(file: string): number {
  const rank = LONG.findIndex((long) => file.includes(`/${long}`));
  if (rank >= 0) return rank;
  return file.includes('/test/') || file.endsWith('mongo.spec.ts') ? LONG.length : LONG.length + 1;
}
