import assert from 'node:assert/strict';
import { resolveCallback } from '../../../src/mailbox/outbox/resolution.js';
import type { StatusUpdate } from '../../../src/mailbox/outbox/status-update.js';
import { heard } from '../../support/stores/mailboxes.js';
import type { Driver } from '../driver.js';
import { apply, wake } from '../world/rules.js';
import type { Attempt, World } from '../world/world.js';
import { Command, pick } from './command.js';
import { type Told, type Word, WORDS } from './verdicts.js';

/** Twilio tells what became of a message: early or late, in any order, and again. */
export class Callback extends Command {
  constructor(
    readonly attempt: number,
    readonly word: Word,
    /** By the attempt in the callback's address, and not by the message's id alone. */
    readonly named: boolean,
  ) {
    super();
  }

  check({ attempts }: Readonly<World>): boolean {
    return attempts.length > 0;
  }

  protected async act(world: World, driver: Driver) {
    const attempt = pick(world.attempts, this.attempt)!;
    const update = this.update(attempt);
    const settled = await driver.callback(update);
    const known = concerned(world, attempt, update);
    const resolution = known && resolveCallback(known.part, update);
    if (!resolution) return (assert(!settled || !isThere(world, attempt), 'It is no news.'), {});
    assert(settled, 'It is news.');
    attempt.failed ||= !!update.failure;
    apply(world, known, resolution, settled.conversationId);
    assert.equal(settled.state, known.part.state);
    const one = world.conversations.get(settled.conversationId);
    // It is tried again after a while: due by then, if it isn't before.
    if (settled.woken && settled.retryInMs && one && !one.leased) one.later = true;
    else if (settled.woken) wake(one);
    return { corrects: true };
  }

  private update({ id, sid }: Attempt): StatusUpdate {
    const { status = this.word, failure } = WORDS[this.word] as Told;
    return heard({ sid, status, failure, ...(this.named && { attempt: id }) });
  }
}

/** The part that has the message, or else the attempt, as long as no later one took its place. */
function concerned(world: World, attempt: Attempt, update: StatusUpdate) {
  const known = world.partOf(attempt);
  const isLatest = known?.part.sid === attempt.sid || known?.part.attempt === update.attempt;
  return known && update.sid && isLatest ? known : undefined;
}

/** Of what is being erased, nobody says what is known. */
function isThere({ turns, erased }: World, { turnId }: Attempt): boolean {
  return [...turns, ...erased.turns].some(({ id }) => id === turnId);
}
