import { expect } from 'vitest';

/** Findings as they should be. */
export const wrong = (detail: RegExp, cure: RegExp) => ({
  status: 'wrong',
  detail: expect.stringMatching(detail),
  cure: expect.stringMatching(cure),
});
export const ok = (detail: RegExp) => ({ status: 'ok', detail: expect.stringMatching(detail) });
export const skipped = (detail: RegExp) => ({
  status: 'skipped',
  detail: expect.stringMatching(detail),
});
