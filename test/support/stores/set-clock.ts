import { Clock } from '../../../src/clock.js';

/** A clock that stands still until a test moves it. */
export class SetClock extends Clock {
  constructor(public time = Date.now()) {
    super();
  }

  now(): number {
    return this.time;
  }
}
