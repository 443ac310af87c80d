import { beforeEach, expect, it } from 'vitest';
import { SetClock } from '../../test/support/stores/set-clock.js';
import { KeptVerdict } from './kept-verdict.js';
import type { Verdict } from './verdict.js';

let clock: SetClock;
let looks: ((verdict: Verdict) => void)[];
let kept: KeptVerdict;
const OK: Verdict = { state: 'ok', detail: 'fine' };
const BAD: Verdict = { state: 'failed', detail: 'broken', cure: 'Mend it.' };

beforeEach(() => {
  [clock, looks] = [new SetClock(1000), []];
  const look = () => new Promise<Verdict>((resolve) => looks.push(resolve));
  const freshFor = ({ state }: Verdict) => (state === 'ok' ? 100 : 10);
  kept = new KeptVerdict({ look, freshFor, limit: 5000 }, clock);
});

/** Waits for nothing, and lets what is known settle. */
const now = () => kept.known(0);

it('says that it looks, as long as nothing is known', async () => {
  expect(await now()).toEqual({ verdict: undefined, at: undefined, checking: true });
  const waited = kept.known(5000);
  looks[0](OK);
  expect(await waited).toEqual({ verdict: OK, at: 1000, checking: false });
  expect(looks).toHaveLength(1);
});

it('looks again when the verdict is old: what is wrong sooner than what is right', async () => {
  void now();
  looks[0](OK);
  await kept.known(5000);
  clock.time += 99;
  expect((await now()).checking).toBe(false);
  clock.time += 1;
  expect(await now()).toEqual({ verdict: OK, at: 1000, checking: true });
  looks[1](BAD);
  expect((await kept.known(5000)).verdict).toEqual(BAD);
  clock.time += 10;
  expect((await now()).checking).toBe(true);
});

it('looks again when the clock was set back', async () => {
  void now();
  looks[0](OK);
  await kept.known(5000);
  clock.time -= 900;
  expect((await now()).checking).toBe(true);
});

it('forgets what a look saw that began before something changed', async () => {
  void now();
  kept.forget();
  void now();
  looks[0](BAD);
  const waited = kept.known(5000);
  looks[1](OK);
  expect((await waited).verdict).toEqual(OK);
  expect(kept.latest).toEqual(OK);
});

it('makes a verdict of a look that fails or is late', async () => {
  const failing = () => Promise.reject(new Error('no way'));
  const forEver = () => new Promise<never>(() => undefined);
  const freshFor = () => 1;
  const broken = new KeptVerdict({ look: failing, freshFor }, clock);
  expect((await broken.known(5000)).verdict).toMatchObject({ state: 'failed', detail: 'no way' });
  const late = new KeptVerdict({ look: forEver, freshFor, limit: 5 }, clock);
  expect((await late.known(5000)).verdict).toMatchObject({ detail: 'no answer within 0.005 s' });
});
