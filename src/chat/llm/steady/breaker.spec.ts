import { beforeEach, describe, expect, it } from 'vitest';
import { SetClock } from '../../../../test/support/stores/set-clock.js';
import { Breaker } from './breaker.js';

describe('Breaker', () => {
  let clock: SetClock;
  let changes: (number | 'closed')[];
  let breaker: Breaker;
  beforeEach(() => {
    [clock, changes] = [new SetClock(), []];
    breaker = new Breaker(clock, (opened) => changes.push(opened?.ms ?? 'closed'));
  });
  const fail = (times: number, retryAfterMs?: number) => {
    for (let n = 0; n < times; n++) breaker.begin().failed('why', retryAfterMs);
  };

  it('opens at the third failure in a row, once', () => {
    fail(2);
    breaker.begin().succeeded();
    fail(2);
    expect(breaker.admits).toBe(true);
    const [late, later] = [breaker.begin(), breaker.begin()];
    late.failed('why');
    later.failed('why');
    expect(breaker.admits).toBe(false);
    expect(changes).toEqual([30_000]);
  });

  it('admits one trial after its pause, and all once that succeeds', () => {
    fail(3);
    clock.time += 30_000;
    expect(breaker.admits).toBe(true);
    const trial = breaker.begin();
    expect(breaker.admits).toBe(false);
    trial.succeeded();
    expect(breaker.admits).toBe(true);
    expect(changes).toEqual([30_000, 'closed']);
  });

  it('admits a trial when the clock is set back behind all that it waits for', () => {
    fail(3);
    clock.time -= 1000;
    expect(breaker.admits).toBe(false);
    clock.time -= 3_600_000;
    expect(breaker.admits).toBe(true);
  });

  it('waits twice as long after a trial that failed, five minutes at most, without a word', () => {
    fail(3);
    for (const seconds of [30, 60, 120, 240, 300, 300]) {
      clock.time += seconds * 1000 - 1;
      expect(breaker.admits).toBe(false);
      clock.time += 1;
      expect(breaker.admits).toBe(true);
      fail(1);
    }
    expect(changes).toEqual([30_000]);
  });

  it('admits another trial where the first one was given up', () => {
    fail(3);
    clock.time += 30_000;
    breaker.begin().abandoned();
    expect(breaker.admits).toBe(true);
  });

  it('believes a server that says for how long it refuses', () => {
    fail(1, 5000);
    expect(breaker.admits).toBe(true);
    fail(1, 45_000);
    clock.time += 44_999;
    expect(breaker.admits).toBe(false);
    clock.time += 1;
    expect(breaker.admits).toBe(true);
    expect(changes).toEqual([45_000]);
  });
});
