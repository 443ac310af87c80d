import { expect } from 'vitest';

/** Expects a text to hold some parts, and not to hold others. */
export function expectParts(text: string | undefined, has: string[], hasNot: string[]): void {
  for (const part of has) expect(text).toContain(part);
  for (const part of hasNot) expect(text).not.toContain(part);
}
