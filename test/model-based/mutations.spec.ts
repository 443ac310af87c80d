import { check } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound } from '../../src/mailbox/intake/inbound.js';
import type { Verdict } from '../../src/mailbox/outbox/channel.js';
import type { StatusUpdate } from '../../src/mailbox/outbox/status-update.js';
import type { Claim, Release } from '../../src/mailbox/queue/queue.store.js';
import type { Draft } from '../../src/mailbox/turns/work.js';
import { Driver } from './driver.js';
import { property } from './property.js';
import { type ModelStore, sqliteStore } from './stores.js';

/** A driver that knows the latest claim of each mailbox: with it, a lost claim is none. */
class Forger extends Driver {
  private readonly latest = new Map<string, Claim>();

  override async claim(limit: number): Promise<Claim[]> {
    const claims = await super.claim(limit);
    for (const claim of claims) this.latest.set(claim.conversationId, claim);
    return claims;
  }

  protected forged(claim: Claim): Claim {
    return this.latest.get(claim.conversationId) ?? claim;
  }
}

type Mutation = [what: string, seed: number, Mutated: new (store: ModelStore) => Driver];

/** Each breaks one of the store's promises, and with a seed that finds it soon. */
const MUTATIONS: Mutation[] = [
  [
    'a release that ignores the token',
    10,
    class extends Forger {
      override release(claim: Claim, release: Release) {
        return super.release(this.forged(claim), release);
      }
    },
  ],
  [
    'a release that ignores what came in meanwhile',
    6,
    class extends Driver {
      override release(claim: Claim, { wakes: _, ...release }: Release) {
        return super.release(claim, release);
      }
    },
  ],
  [
    'an answer that does not check the claim',
    40,
    class extends Forger {
      override answer(claim: Claim, draft: Draft) {
        return super.answer(this.forged(claim), draft);
      }
    },
  ],
  [
    'an answer that does not look for newer messages',
    7,
    class extends Driver {
      override answer(claim: Claim, draft: Draft) {
        return super.answer(claim, { ...draft, evenIfOutdated: true });
      }
    },
  ],
  [
    'a callback that overwrites a later one',
    1,
    class extends Driver {
      override callback(update: StatusUpdate) {
        const progress = { ...update.progress, staleAfter: [] };
        return super.callback({ ...update, progress });
      }
    },
  ],
  [
    'a verdict that is lost with the claim',
    5,
    class extends Forger {
      override async record(claim: Claim, attempt: string, verdict: Verdict, release?: Release) {
        if (this.forged(claim) !== claim) return null;
        return super.record(claim, attempt, verdict, release);
      }
    },
  ],
  [
    'an attempt without an answer that counts as a refusal',
    5,
    class extends Driver {
      override record(claim: Claim, attempt: string, verdict: Verdict, release?: Release) {
        const { error } = verdict as Extract<Verdict, { kind: 'unknown' }>;
        const sent: Verdict = verdict.kind === 'unknown' ? { kind: 'retry', error } : verdict;
        return super.record(claim, attempt, sent, release);
      }
    },
  ],
  [
    'a takeover that leaves what is in work',
    1,
    class extends Driver {
      override async takeOver() {
        return true;
      }
    },
  ],
  [
    'a repeated webhook that is a new message',
    3,
    class extends Driver {
      private readonly known = new Set<string>();

      override accept(message: Inbound) {
        const id = this.known.has(message.id) ? `${message.id} again` : message.id;
        this.known.add(message.id);
        return super.accept({ ...message, id });
      }
    },
  ],
  [
    'an erasure that forgets those merged into it',
    81,
    class extends Driver {
      override async beginErasure(conversationId: string) {
        const [id] = await super.beginErasure(conversationId);
        return [id];
      }
    },
  ],
];

let store: ModelStore;
beforeAll(async () => {
  store = await sqliteStore();
});
afterAll(() => store.close());

/** Where the commands are weighed anew, another run than the first ones finds it. */
const TRIED = { numRuns: 1000, endOnFailure: true, unbiased: true };

test.each(MUTATIONS)('finds %s', { timeout: 240_000 }, async (_, seed, Mutated) => {
  const { failed } = await check(property(store, new Mutated(store)), { ...TRIED, seed });
  expect(failed).toBe(true);
});
