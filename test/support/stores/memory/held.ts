import { vi } from 'vitest';
import type { LineId } from '../../../../src/config/lines/line.js';
import { Holds } from '../../../../src/mailbox/holds/holds.js';
import { MemoryHolds } from './holds.js';

/** What refuses the account, what refuses a line, and what may be of either. */
export const error = { code: 20003, message: 'Authenticate', action: 'Check the token.' };
export const none = { code: 63007, message: 'No such sender' };
export const unknown = { code: 99999, message: 'What is this?' };
/** Two lines. */
export const [A, B] = ['+15005550001', '+15005550002'];

export const at = (conversationId: string, line?: LineId) => ({ conversationId, line });

/** The holds of a node over a store in memory, and what they log. */
export class Held {
  readonly store = new MemoryHolds();
  readonly holds = new Holds(this.store);
  readonly logged: string[] = [];

  constructor() {
    const log = (line: string) => void this.logged.push(line);
    for (const level of ['error', 'log'] as const)
      vi.spyOn(this.holds['logger'], level).mockImplementation(log);
  }

  /** A hold lets this conversation try, as `tend` does when it is time. */
  letTry(conversationId: string, of?: LineId, line = of) {
    this.store.letTry(conversationId, of);
    return this.holds.keeping(at(conversationId, line));
  }
}
