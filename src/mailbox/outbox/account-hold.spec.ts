import { expect, test, vi } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { AccountHold } from './account-hold.js';

test('a shorter hold ends no longer one; new credentials end both', () => {
  const hold = new AccountHold(new SetClock());
  vi.spyOn(hold['logger'], 'error').mockReturnValue(undefined);
  hold.hold({ code: 20003, message: 'Authenticate' }, 60_000);
  hold.hold({ code: 63018, message: 'Too many' }, 0);
  expect(hold.remainingMs).toBe(60_000);
  hold.lift();
  expect(hold.remainingMs).toBe(0);
});
