import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import type { Verdict } from '../../../src/mailbox/outbox/channel.js';
import type { Part } from '../../../src/mailbox/turns/part.js';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { Work } from '../../../src/mailbox/turns/work.js';
import type { Sender } from '../../../src/sessions/session.js';
import type { Seen } from '../driver.js';

/** What the model knows of a mailbox. */
export interface Conversation {
  id: string;
  mergedInto?: string;
  /** It was merged, and a worker hasn't said yet that all of it is moved. */
  moving: boolean;
  takenOver: boolean;
  optedOut: boolean;
  waitsForPerson: boolean;
  /** Whose claim is the latest; none once a person's decision took the mailbox from its worker. */
  holder?: Holder;
  /** Its lease hasn't run out. */
  leased: boolean;
  /** Its lease is that of a process that died: it may end before its time. */
  orphaned: boolean;
  /** It isn't due before time passes, unless something wakes it. */
  later: boolean;
  /** A text came too late for the 24-hour window, which may be closed since. */
  textsLate?: true;
}

/** A message that was accepted. */
export interface Message {
  id: string;
  sender: Sender;
  conversationId: string;
  turnId?: string;
}

/** A worker with a claim, which may be lost without its knowledge. */
export interface Holder {
  name: string;
  claim: Claim;
  /** What it read of the mailbox last. */
  work?: Work;
  /** The attempt whose request it waits for. */
  sending?: Attempt;
}

/** A request to the channel. */
export interface Attempt {
  id: string;
  sid: string;
  turnId: string;
  partId: string;
  claim: Claim;
  /** What the request came to, once its worker has recorded that. */
  verdict?: Verdict;
  /** Its worker has died: nobody will record what it came to. */
  forgotten: boolean;
  /** It is known to have failed, or a person wants the part sent again all the same. */
  failed: boolean;
}

/** The model: a plain copy of what the store should have. */
export class World {
  readonly conversations = new Map<string, Conversation>();
  /** Which conversation an address leads to. */
  readonly leads = new Map<string, string>();
  /** In the order of their acceptance. */
  messages: Message[] = [];
  /** In the order in which they go out. */
  turns: Turn[] = [];
  attempts: Attempt[] = [];
  holders: Holder[] = [];
  /**
   * Turns that go out also where a person has the conversation: a person wanted them sent again, or
   * they confirm a START.
   */
  readonly wanted = new Set<string>();
  /** How many mailboxes were claimed. */
  claims = 0;
  /** What is being erased: nobody says what is left of it. */
  readonly erasing = new Set<string>();
  readonly going = { turns: [] as Turn[], messages: [] as Message[] };
  /** Of what was erased nothing may be left. */
  readonly erased = {
    conversations: new Set<string>(),
    turns: [] as Turn[],
    messages: [] as Message[],
  };
  /** What the store said after the last command. */
  seen?: Seen;
  private names = 0;

  /** `run` makes all names of this run its own: the store keeps hashes of what was erased. */
  constructor(private readonly run: number) {}

  name(what: string): string {
    return `${what}${this.run}.${++this.names}`;
  }

  get open(): Conversation[] {
    return [...this.conversations.values()].filter(({ mergedInto }) => !mergedInto);
  }

  /** The conversation that this id stands for now. */
  resolve(id: string): Conversation | undefined {
    const { mergedInto } = this.conversations.get(id) ?? {};
    return this.conversations.get(mergedInto ?? id);
  }

  /** Whether the holder's claim is the latest of its mailbox, and no decision has ended it. */
  holds(holder: Holder): boolean {
    return this.conversations.get(holder.claim.conversationId)?.holder === holder;
  }

  waitingIn(id: string): Message[] {
    return this.messages.filter((one) => one.conversationId === id && !one.turnId);
  }

  unsettledIn(id: string): Turn[] {
    return this.turns.filter((turn) => turn.conversationId === id && !turn.outcome);
  }

  /** Nothing is answered or sent in it until all of it is here. */
  awaitsMerge(id: string): boolean {
    return [...this.conversations.values()].some((one) => one.mergedInto === id && one.moving);
  }

  addressesOf(id: string): string[] {
    return [...this.leads].filter(([, to]) => to === id).map(([address]) => address);
  }

  /** Whether somebody must look at it now: it has work, and no reason to wait. */
  mustBeDue(one: Conversation): boolean {
    if (one.leased || one.later) return false;
    if (one.mergedInto) return one.moving;
    const work = this.waitingIn(one.id).length + this.unsettledIn(one.id).length;
    return work > 0 && !this.awaitsMerge(one.id);
  }

  partOf(attempt: Pick<Attempt, 'turnId' | 'partId'>): { turn: Turn; part: Part } | undefined {
    const turn = this.turns.find(({ id }) => id === attempt.turnId);
    const part = turn?.parts.find(({ id }) => id === attempt.partId);
    return turn && part && { turn, part };
  }

  /** The worker is gone, and with it what it would have recorded. */
  forget(holder: Holder): void {
    this.holders = this.holders.filter((one) => one !== holder);
    if (holder.sending) holder.sending.forgotten = true;
  }
}
