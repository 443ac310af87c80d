import {
  type Arbitrary,
  type AsyncCommand,
  boolean,
  commands as commandsOf,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  tuple,
} from 'fast-check';
import type { Driver } from '../driver.js';
import type { World } from '../world/world.js';
import { Answer, CancelAll, GiveUp, Open, OptOut } from './answering.js';
import { Callback } from './callbacks.js';
import { Erase, EraseOn, MergeSome } from './contents.js';
import { Accept, Repeat, SENDERS } from './intake.js';
import { GiveBack, Interrupt, Reply, Retry, TakeOver } from './people.js';
import { Claim, Crash, Release, Renew, Restart, TimePasses } from './queue.js';
import { Abandon, HoldBack, MarkUncertain } from './parts.js';
import { Begin, RecordVerdict } from './sending.js';
import { Visit } from './visit.js';
import { type VerdictName, VERDICTS, type Word, WORDS } from './verdicts.js';

type Any = Arbitrary<AsyncCommand<World, Driver>>;

const one = nat({ max: 7 });
const few = integer({ min: 1, max: 3 });
const oneOf = <T extends string>(names: Record<T, unknown>) =>
  constantFrom(...(Object.keys(names) as T[]));
/** `first` twice as often as all the others together. */
const mostly = <T extends string>(first: T, names: Record<T, unknown>) =>
  oneof({ weight: 2, arbitrary: constant(first) }, { weight: 1, arbitrary: oneOf(names) });

const sender = constantFrom<keyof typeof SENDERS>(
  ...(['phone', 'phone', 'user', 'user', 'linked', 'linked', 'linked'] as const),
  ...(['parent', 'all', 'all', 'other', 'moved'] as const),
);

const kind = constantFrom('answer', 'answer', 'notice', 'silence', 'handover', 'start' as const);
const shape = record({
  kind,
  parts: few,
  covers: few,
  evenIfOutdated: boolean(),
  first: boolean(),
});

const verdict = mostly<VerdictName>('accepted', VERDICTS);
const steps = integer({ min: 1, max: 5 });
const visit = tuple(one, steps, shape, verdict, boolean()).map((given) => new Visit(...given));

/** Each with how often it comes: what a worker does comes often, and what others do to it seldom. */
const WEIGHED: [weight: number, Any][] = [
  [16, sender.map((who) => new Accept(who))],
  [1, one.map((message) => new Repeat(message))],
  [16, constantFrom(1, 10, 10).map((limit) => new Claim(limit))],
  [10, one.map((worker) => new Open(worker))],
  [5, tuple(one, shape).map(([worker, how]) => new Answer(worker, how))],
  [6, one.map((worker) => new Begin(worker))],
  [5, tuple(one, verdict, boolean()).map((given) => new RecordVerdict(...given))],
  [12, tuple(one, oneOf<Word>(WORDS), boolean()).map((given) => new Callback(...given))],
  [20, visit],
  [8, one.map((worker) => new Release(worker))],
  [9, constant(new TimePasses())],
  [4, one.map((worker) => new Renew(worker))],
  [2, one.map((worker) => new Crash(worker))],
  [3, one.map((worker) => new MarkUncertain(worker))],
  [1, one.map((worker) => new HoldBack(worker))],
  [4, one.map((worker) => new Abandon(worker))],
  [2, one.map((worker) => new GiveUp(worker))],
  [7, tuple(one, few, boolean()).map((given) => new OptOut(...given))],
  [6, one.map((worker) => new CancelAll(worker))],
  [10, tuple(one, constantFrom(1, 2, 300)).map((given) => new MergeSome(...given))],
  [1, one.map((conversation) => new TakeOver(conversation))],
  [1, one.map((conversation) => new GiveBack(conversation))],
  [2, one.map((conversation) => new Reply(conversation))],
  [1, one.map((conversation) => new Interrupt(conversation))],
  [5, one.map((turn) => new Retry(turn))],
  [1, tuple(one, boolean()).map((given) => new Erase(...given))],
  [1, constant(new EraseOn())],
];

/** What happens once in a while only: it takes long. */
const SELDOM: Any = constant(new Restart());

/** Runs of at most so many commands, of which those are left out that can't be done. */
export function commands(maxCommands: number) {
  const weighed = WEIGHED.flatMap(([weight, any]) => Array.from({ length: weight }, () => any));
  return commandsOf([...weighed, SELDOM], { maxCommands, size: 'max', disableReplayLog: true });
}
