import { setTimeout as delay } from 'node:timers/promises';
import { WayToTwilio } from '../ground/way-to-twilio.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 20;

/** Milliseconds that a fault lasts. */
const LASTS_MS = 4000;

/** Twilio does so to a share of the requests, for a while, under load. */
const does =
  (faults: object, { lastsMs = LASTS_MS } = {}) =>
  async (trial: Trial) => {
    const { town, writers } = trial;
    await writers.during(PEOPLE, { patienceMs: 600 }, async () => {
      await trial.someMore(PEOPLE);
      await town.setFaults({ ...faults, seed: trial.between(1, 2 ** 31) });
      await delay(lastsMs);
      await town.setFaults({});
      trial.struck();
      await trial.someMore(PEOPLE);
    });
  };

const create = (mode: string, rate: number, more: object = {}) =>
  does({ create: { mode, rate, ...more } });

/** The way there is closed for a while, and open again. */
const unreachable = async (trial: Trial, { way }: WayToTwilio) => {
  await trial.writers.during(PEOPLE, { patienceMs: 600 }, async () => {
    for (let n = 0; n < trial.times(4); n++) {
      await trial.someMore(PEOPLE);
      way.set('closed');
      await delay(1000);
      way.set('open');
      trial.struck();
    }
  });
};

/** Every answer to a send comes late: its callback is there before. */
const answersLate = async (trial: Trial, { way }: WayToTwilio) => {
  way.lateMs = 400;
  way.set('late', '/Messages.json');
  await trial.writers.during(PEOPLE, { patienceMs: 2000 }, async () => {
    await trial.someMore(trial.times(8 * PEOPLE));
    trial.struck(way.met);
    way.set('open');
  });
};

const row = (name: string, play: Row['play'], more: Partial<Row> = {}): Row => ({
  name: `twilio-${name}`,
  stores: BOTH,
  least: 1,
  play,
  ...more,
});

/** A request may have left, and nobody hears what became of it. */
const UNCERTAIN = { uncertain: true } as const;
const NO_CALLBACK = { callbacks: { mode: 'drop' } };

/** What Twilio can do wrong. */
export const TWILIO: Row[] = [
  row('429', create('429', 0.4)),
  row('500', create('500', 0.2), UNCERTAIN),
  row('refuses-a-recipient', create('refuse', 0.3, { error_code: 21211 }), { ends: ['dead'] }),
  row('refuses-a-text', create('refuse', 0.3, { error_code: 21617 }), { ends: ['dead'] }),
  row('refuses-the-account', create('refuse', 1, { error_code: 20003 })),
  row('daily-limit', create('refuse', 1, { error_code: 63038 })),
  row('refuses-by-an-unknown-code', create('refuse', 0.3, { error_code: 29999 })),
  row('unreachable', unreachable, { ground: WayToTwilio.start, ...UNCERTAIN }),
  row('hangs', create('hang', 0.1), UNCERTAIN),
  row('accepts-and-hangs', create('accept_hang', 0.15)),
  row('accepts-and-cuts', create('accept_cut', 0.3), { quick: ['mongo'] }),
  row(
    'accepts-and-cuts-without-callback',
    does({ create: { mode: 'accept_cut', rate: 0.2 }, ...NO_CALLBACK }),
    UNCERTAIN,
  ),
  row('slow', create('slow', 0.5, { delay_ms: 1500 })),
  row('answers-after-its-callback', answersLate, { ground: WayToTwilio.start }),
  // It is sent again, unless a newer answer has been sent meanwhile: then it is among the failures.
  row('fails-later', does({ delivery: { error_code: 63010, rate: 0.05 } }), { ends: ['dead'] }),
  row('fails-later-for-good', does({ delivery: { error_code: 63013, rate: 0.2 } }), {
    ends: ['dead'],
  }),
];
