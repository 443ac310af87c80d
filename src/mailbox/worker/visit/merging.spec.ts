import { expect, test } from 'vitest';
import type { IntakeStore } from '../../intake/intake.store.js';
import type { Claim, QueueStore, Release } from '../../queue/queue.store.js';
import type { TurnStore } from '../../turns/turn.store.js';
import type { Work } from '../../turns/work.js';
import { VisitService } from './visit.service.js';

const CLAIM: Claim = { conversationId: 'c', token: 1, crashes: 1 };

/** A visit of a mailbox that holds `work`, and whose contents are moved in so many steps. */
function visitOf(work: Partial<Work>, steps = 0) {
  const stop = new AbortController();
  const done = { steps: 0, releases: [] as Release[], stop };
  const queue = {
    release: async (_: Claim, release: Release) => void done.releases.push(release),
  } as unknown as QueueStore;
  const intake = {
    mergeSome: async () => {
      if (++done.steps === 3) stop.abort();
      return done.steps < steps;
    },
  } as unknown as IntakeStore;
  const turns = { open: async () => ({ wakes: 7, waiting: [], ...work }) } as unknown as TurnStore;
  const none = undefined as never;
  const kept = { keep: async () => false } as never;
  const visits = new VisitService(queue, intake, turns, none, none, none, none, kept, none);
  return { done, visit: () => visits.visit(CLAIM, stop.signal) };
}

test('a merged mailbox is emptied step by step; the last step releases it', async () => {
  const { done, visit } = visitOf({ mergedInto: 'd' }, 2);
  await visit();
  expect(done).toMatchObject({ steps: 2, releases: [] });
});

test('a visit that must end leaves the other steps to the next one', async () => {
  const { done, visit } = visitOf({ mergedInto: 'd' }, 10);
  await visit();
  expect(done).toMatchObject({ steps: 3, releases: [{ dueInMs: 'as-before' }] });
});

test('a mailbox that awaits the contents of another is left alone until they have come', async () => {
  const { done, visit } = visitOf({ awaitsMerge: true, waiting: [{}] as Work['waiting'] });
  await visit();
  expect(done).toMatchObject({ steps: 0, releases: [{ wakes: 7 }] });
  expect(done.releases[0]).not.toHaveProperty('crashes');
  expect(done.releases[0].dueInMs).toBeUndefined();
});
