import { vi } from 'vitest';

const MINUTE = 60_000;
const now = Date.now;
const steady = performance.now.bind(performance);

/**
 * Moves this process's clock: the app's, which polls, and the emulator's, but not the store's. Forward
 * it moves the steady one, too, which says when to look again.
 */
export function atMinutes(minutes: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => now() + minutes * MINUTE);
  const passed = Math.max(minutes, 0) * MINUTE;
  vi.spyOn(performance, 'now').mockImplementation(() => steady() + passed);
}
