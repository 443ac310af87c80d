import type { Message } from '../../src/chat/messages/message.js';
import type { Inbound } from '../../src/mailbox/intake/inbound.js';
import type { Verdict } from '../../src/mailbox/outbox/channel.js';
import type { SendError } from '../../src/mailbox/turns/part.js';
import type { StatusUpdate } from '../../src/mailbox/outbox/status-update.js';
import type { Claim, Release } from '../../src/mailbox/queue/queue.store.js';
import type { Turn } from '../../src/mailbox/turns/turn.js';
import type { Draft } from '../../src/mailbox/turns/work.js';
import type { Conversation } from '../../src/sessions/conversation.js';
import type { Reply } from '../../src/takeover/takeover.store.js';
import type { Mailboxes } from '../support/stores/mailboxes.js';
import type { ModelStore } from './stores.js';

/** Milliseconds: so long are leases and waits, and so much time passes at once. */
export const [LEASE_MS, PASSING_MS] = [5 * 60_000, 10 * 60_000];

/** What the store says of all that a run made. */
export interface Seen {
  conversations: Conversation[];
  messages: Message[];
  turns: Turn[];
}

/** The one place that calls the ports. A mutation of the test overrides one of its methods. */
export class Driver {
  /** How often each command ran. */
  readonly counts: Record<string, number> = {};

  constructor(protected readonly store: ModelStore) {}

  protected get m(): Mailboxes {
    return this.store.mailboxes;
  }

  get kind() {
    return this.store.kind;
  }

  accept(message: Inbound) {
    return this.m.intake.accept(message);
  }

  mergeSome(claim: Claim, most?: number) {
    return this.m.intake.mergeSome(claim, most);
  }

  claim(limit: number): Promise<Claim[]> {
    return this.m.queue.claim(limit, LEASE_MS);
  }

  renew(claim: Claim) {
    return this.m.queue.renew(claim, LEASE_MS);
  }

  release(claim: Claim, release: Release): Promise<void> {
    return this.m.queue.release(claim, release);
  }

  interrupt(conversationId: string) {
    return this.m.queue.interrupt(conversationId);
  }

  open(claim: Claim) {
    return this.m.turns.open(claim);
  }

  answer(claim: Claim, draft: Draft) {
    return this.m.turns.answer(claim, draft);
  }

  cancel(claim: Claim) {
    return this.m.turns.cancel(claim);
  }

  giveUp(claim: Claim, turnId: string) {
    return this.m.turns.giveUp(claim, turnId, 'It failed again and again.');
  }

  begin(claim: Claim, partId: string, attempt: string) {
    return this.m.outbox.begin(claim, partId, attempt, LEASE_MS);
  }

  record(claim: Claim, attempt: string, verdict: Verdict, release?: Release) {
    return this.m.outbox.record(claim, attempt, verdict, release);
  }

  markUncertain(claim: Claim, partId: string) {
    return this.m.outbox.markUncertain(claim, partId);
  }

  holdBack(claim: Claim, partId: string, error: SendError) {
    return this.m.outbox.holdBack(claim, partId, error);
  }

  abandon(claim: Claim, partId: string, error: SendError) {
    return this.m.outbox.abandon(claim, partId, error);
  }

  callback(update: StatusUpdate) {
    return this.m.outbox.callback(update);
  }

  heard(partId: string) {
    return this.m.outbox.heard(partId);
  }

  takeOver(conversationId: string) {
    return this.m.takeover.takeOver(conversationId);
  }

  giveBack(conversationId: string) {
    return this.m.takeover.release(conversationId);
  }

  reply(conversationId: string, reply: Reply) {
    return this.m.takeover.reply(conversationId, reply);
  }

  retry(turnId: string) {
    return this.m.failures.retry(turnId);
  }

  beginErasure(conversationId: string) {
    return this.m.erasure.begin(conversationId);
  }

  eraseOn() {
    return this.m.erasure.goOn();
  }

  /** Leases run out, and whatever waits for a time is due. */
  timePasses() {
    return this.store.pass(PASSING_MS);
  }

  restart() {
    return this.store.reopen();
  }

  /** Reads all that there is of these conversations and turns. */
  async read(conversationIds: string[], turnIds: string[]): Promise<Seen> {
    const { sessions, turns, messages } = this.m;
    const [conversations, found, ...pages] = await Promise.all([
      sessions.conversations({}, 100),
      turns.find(turnIds),
      ...conversationIds.map((id) => messages.page(id, 1000)),
    ]);
    return { conversations, turns: found, messages: pages.flatMap((page) => page.messages) };
  }
}
