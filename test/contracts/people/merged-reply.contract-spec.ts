import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ConversationsService } from '../../../src/conversations/conversations.service.js';
import { interruption } from '../../../src/mailbox/answering/interruption.js';
import type { Channel } from '../../../src/mailbox/outbox/channel.js';
import { Signals } from '../../../src/mailbox/queue/signals.js';
import { TakeoverService } from '../../../src/takeover/takeover.service.js';
import {
  aPhone,
  claimed,
  inbound,
  merge,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

onBothMailboxes('A reply through the id of a merged conversation', (m) => {
  test('is sent from the other one, and interrupts what the bot makes there', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const ids = [inbound({ userId }), inbound({ phone }), inbound({ phone, userId })];
    const [one, other, into] = [
      (await m.intake.accept(ids[0])).conversationId,
      (await m.intake.accept(ids[1])).conversationId,
      (await m.intake.accept(ids[2])).conversationId,
    ];
    const old = into === one ? other : one;
    await merge(m, old);
    const held = await claimed(m, into);
    const signals = new Signals();
    const never = new AbortController().signal;
    const { abort, forget } = interruption(signals, held, (await m.turns.open(held))!, never);
    const channel = { verbatim: (text: string) => [text] } as Channel;
    const conversations = {} as ConversationsService;
    const no = {} as never;
    const takeover = new TakeoverService(
      ...([m.takeover, conversations, channel, signals] as const),
      ...([m.sessions, no, no, { knownLines: async () => ({ lines: {} }) } as never] as const),
    );
    const reply = await takeover.reply(old, 'I am here.');
    expect(abort.aborted).toBe(true);
    forget();
    expect((await m.turns.open(held))!.turn).toMatchObject({ id: reply.id, conversationId: into });
  });
});
