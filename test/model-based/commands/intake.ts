import assert from 'node:assert/strict';
import type { Driver } from '../driver.js';
import type { Sender } from '../../../src/sessions/session.js';
import { link } from '../world/rules.js';
import type { World } from '../world/world.js';
import { Command, pick } from './command.js';

const [PHONE, USER, PARENT] = ['+12025550101', 'US.101', 'US.ENT.101'];
const OTHER = '+12025550102';

/** One person by their addresses, who are linked by and by; and another one, who gets the phone. */
export const SENDERS: Record<string, Sender> = {
  phone: { phone: PHONE },
  user: { userId: USER },
  parent: { userId: PARENT },
  linked: { phone: PHONE, userId: USER },
  all: { phone: PHONE, userId: USER, otherIds: [PARENT] },
  other: { phone: OTHER },
  moved: { phone: PHONE, userId: 'US.102' },
};

/** A message comes in. */
export class Accept extends Command {
  constructor(readonly sender: string) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act(world: World, driver: Driver): Promise<void> {
    const id = world.name('SM');
    const sender = SENDERS[this.sender];
    const accepted = await driver.accept({ id, ...sender, text: `${id} says hi`, details: {} });
    const one = link(world, sender, accepted.conversationId);
    const { busy: _, ...known } = accepted;
    assert.deepEqual(known, { conversationId: one.id, messageId: id, duplicate: false });
    world.messages.push({ id, sender, conversationId: one.id });
  }
}

/** Twilio repeats a webhook: of a message that is there, or that was erased. */
export class Repeat extends Command {
  constructor(readonly message: number) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return !!this.found(world);
  }

  private found({ messages, erased }: Readonly<World>) {
    return pick([...messages, ...erased.messages], this.message);
  }

  protected async act(world: World, driver: Driver) {
    const { id, sender } = this.found(world)!;
    const { duplicate } = await driver.accept({ id, ...sender, text: 'again', details: {} });
    assert.equal(duplicate, true);
  }
}
