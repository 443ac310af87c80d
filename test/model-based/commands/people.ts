import assert from 'node:assert/strict';
import { RETRIED } from '../../../src/mailbox/turns/part.js';
import { canBeRetried, retriedAgainst, type Turn } from '../../../src/mailbox/turns/turn.js';
import type { Driver } from '../driver.js';
import { cancelIn, fence, wake } from '../world/rules.js';
import { push } from '../world/turns.js';
import type { Conversation, World } from '../world/world.js';
import { Command, type Licence, pick } from './command.js';

/** What a person does with a conversation, also by the id that it had before it was merged. */
abstract class Decision extends Command {
  constructor(readonly conversation: number) {
    super();
  }

  check({ conversations }: Readonly<World>): boolean {
    return conversations.size > 0;
  }

  protected act(world: World, driver: Driver) {
    const { id } = pick([...world.conversations.values()], this.conversation)!;
    return this.decide(id, world.resolve(id)!, world, driver);
  }

  protected abstract decide(
    id: string,
    one: Conversation,
    world: World,
    driver: Driver,
  ): Promise<Licence | void>;
}

/** A person takes the conversation over. */
export class TakeOver extends Decision {
  protected async decide(id: string, one: Conversation, world: World, driver: Driver) {
    assert.equal(await driver.takeOver(id), true);
    if (one.takenOver) return;
    one.takenOver = true;
    fence(one);
    cancelIn(world, [one.id], 'human');
  }
}

/** A person gives it back to the bot. */
export class GiveBack extends Decision {
  protected async decide(id: string, one: Conversation, _: World, driver: Driver) {
    assert.equal(await driver.giveBack(id), true);
    one.takenOver = one.waitsForPerson = false;
  }
}

const FOR_EVER_MS = 1e12;

/** A person writes. */
export class Reply extends Decision {
  protected async decide(id: string, one: Conversation, world: World, driver: Driver) {
    const part = { id: world.name('part'), body: 'Hello' };
    const reply = { turnId: world.name('reply'), text: 'Hello', parts: [part] };
    const { kind } = await driver.reply(id, { ...reply, windowMs: FOR_EVER_MS });
    const wrote = world.messages.some(({ conversationId }) => conversationId === one.id);
    assert.equal(kind, one.optedOut ? 'opted out' : wrote ? 'stored' : 'no address');
    if (kind !== 'stored') return;
    // Who waited has their person, who has the conversation from now on.
    if (one.waitsForPerson) one.takenOver = true;
    one.waitsForPerson = false;
    wake(one);
    push(world, one.id, { ...reply, limited: false, answer: 'Hello', mode: 'person' });
  }
}

/** STOP takes the mailbox from whoever works on it. */
export class Interrupt extends Decision {
  protected async decide(_: string, one: Conversation, __: World, driver: Driver) {
    await driver.interrupt(one.id);
    if (!one.optedOut) fence(one);
  }
}

/** A person has a turn sent again that is dead or uncertain. */
export class Retry extends Command {
  constructor(readonly turn: number) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return !!this.found(world);
  }

  private found({ turns }: Readonly<World>) {
    return pick(turns.filter(canBeRetried), this.turn);
  }

  protected async act(world: World, driver: Driver) {
    const turn = this.found(world)!;
    const one = world.resolve(turn.conversationId)!;
    const retried = await driver.retry(turn.id);
    const refused = retriedAgainst(turn, one.optedOut);
    // Which of a message and a text that came too late was first, the clock alone knows.
    if (!refused && one.textsLate && retried === 'window closed') return {};
    assert.equal(retried, refused ?? 'retried');
    if (refused) return {};
    world.wanted.add(turn.id);
    this.reopen(turn, world);
    takePlace(turn, one, world);
    wake(world.conversations.get(turn.conversationId));
    return { corrects: true };
  }

  private reopen(turn: Turn, { attempts }: World): void {
    turn.outcome = turn.cancelled = undefined;
    for (const part of turn.parts.filter(({ state }) => RETRIED.includes(state)))
      Object.assign(part, { state: 'pending', attempts: 0, chances: 0 });
    for (const attempt of attempts) if (attempt.turnId === turn.id) attempt.failed = true;
  }
}

/** Behind all, if something newer was begun; else before what is in work, whose worker loses it. */
function takePlace(turn: Turn, one: Conversation, world: World): void {
  const behind = world.turns.slice(world.turns.indexOf(turn) + 1);
  const newer = behind.filter(({ conversationId }) =>
    [one.id, turn.conversationId].includes(conversationId),
  );
  if (newer.some(({ parts }) => parts.some(({ attempt }) => attempt)))
    world.turns = [...world.turns.filter((other) => other !== turn), turn];
  else if (newer.some(({ outcome }) => !outcome)) fence(one);
}
