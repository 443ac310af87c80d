import type { Broken } from './check/check.js';
import { preloaded } from './preload/steps.js';
import type { Store } from './row.js';

/** A promise that is broken on purpose, and the row in which that must show. */
export interface Mutation {
  name: string;
  row: string;
  store: Store;
  /** What of the check turns red. */
  red: keyof Broken;
  /** Milliseconds after which all that comes to its end has come to it. */
  drainMs?: number;
  /** It is tried in the reduced matrix, too. */
  quick?: true;
}

const ON_BOTH: readonly Omit<Mutation, 'store'>[] = [
  { name: 'acknowledged-early', row: 'killed', red: 'lost', drainMs: 90_000 },
  { name: 'sent-again', row: 'twilio-slow', red: 'twice', quick: true },
  { name: 'outcome-forgotten', row: 'twilio-429', red: 'stuck', drainMs: 10_000 },
  { name: 'repeat-forgotten', row: 'same-webhook-50-times', red: 'twice', drainMs: 30_000 },
  {
    name: 'answer-made-again',
    row: 'killed-before-the-acceptance-is-recorded',
    red: 'twice',
    drainMs: 30_000,
  },
  { name: 'erased-in-part', row: 'erased-once-answered', red: 'kept' },
];

/** Each of Recado's promises, broken. */
export const MUTATIONS: readonly Mutation[] = [
  ...ON_BOTH.flatMap((one): Mutation[] => [
    { ...one, store: 'sqlite' },
    { ...one, store: 'mongo' },
  ]),
  { name: 'order-forgotten', row: 'joined-meanwhile', store: 'sqlite', red: 'disordered' },
  { name: 'attempt-forgotten', row: 'twilio-accepts-and-cuts', store: 'sqlite', red: 'twice' },
  { name: 'erased-later', row: 'erased-meanwhile', store: 'sqlite', red: 'kept' },
  { name: 'fence-forgotten', row: 'erased-meanwhile', store: 'sqlite', red: 'kept' },
  { name: 'fence-forgotten', row: 'frozen-while-the-model-answers', store: 'mongo', red: 'twice' },
  {
    name: 'missed-forgotten',
    row: 'down-while-50-arrived',
    store: 'sqlite',
    red: 'lost',
    drainMs: 130_000,
  },
  { name: 'ready-always', row: 'disk-read-only', store: 'sqlite', red: 'lied' },
  { name: 'ready-always', row: 'mongo-alone-down', store: 'mongo', red: 'lied' },
];

export function mutated({ name }: Mutation): NodeJS.ProcessEnv {
  return { ...preloaded('./mutate.ts'), FAULTS_MUTATION: name };
}
