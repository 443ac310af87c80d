import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { fromLedger, ledgerEntry, type LedgerEvent } from './ledger-entry.js';
import { Ledger } from './ledger.js';
import { bare, isFinal, parties, type Message, type MessageStatus } from './message.js';

const NONE: readonly Message[] = [];
/** How many are in memory, unless told otherwise; a tenth more may be for a while. */
export const MOST_KEPT = 10_000;
/** Milliseconds for which it must be known that somebody wrote: WhatsApp's window. */
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * The newest messages, in memory, found by SID and by the other side's names, and older ones that are
 * still on their way. The ledger has all of them.
 */
@Injectable()
export class Messages implements OnApplicationShutdown {
  private readonly bySid = new Map<string, Message>();
  private readonly byParty = new Map<string, Message[]>();
  /** By the address that wrote, and by it and the number that it wrote to. */
  private readonly wroteLast = new Map<string, number>();
  private readonly writtenTo = new Set<string>();
  private inOrder: Message[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly most = MOST_KEPT,
  ) {}

  /** The newest messages that the ledger remembers, as they were. */
  static async replay(ledger: Ledger, clock: Clock, most?: number): Promise<Messages> {
    const messages = new Messages(ledger, clock, most);
    for await (const entry of ledger.entries()) {
      const known = messages.find(entry.sid);
      if (known) Object.assign(known, fromLedger(entry));
      else if (entry.event === 'created') messages.index(fromLedger(entry));
    }
    return messages;
  }

  find(sid: string): Message | undefined {
    return this.bySid.get(sid);
  }

  /** The same as its account sees it: undefined when it was deleted there. */
  visible(sid: string): Message | undefined {
    const message = this.find(sid);
    return message?.deleted ? undefined : message;
  }

  /** Oldest first. */
  all(): readonly Message[] {
    return this.inOrder;
  }

  /** What was exchanged with an address, with or without `whatsapp:`; oldest first. */
  with(address: string): readonly Message[] {
    return this.byParty.get(bare(address)) ?? NONE;
  }

  /** When this address last wrote to this number of ours, or to any; undefined if never. */
  lastInbound(address: string, number?: string): number | undefined {
    return this.wroteLast.get(number ? pairOf(bare(address), number) : bare(address));
  }

  /** Whether somebody wrote to this number: then it is one of the business's. */
  isNumber(number: string): boolean {
    return this.writtenTo.has(number);
  }

  /** Accepts a message: it exists when this resolves, and is durable. */
  async add(message: Message): Promise<void> {
    await this.ledger.append(ledgerEntry('created', message));
    this.index(message);
  }

  /** Changes a message's status; durable when this resolves. */
  async advance(message: Message, status: MessageStatus, errorCode?: number): Promise<void> {
    const sentAt = message.sentAt ?? (status === 'sent' ? this.clock.now() : null);
    await this.change('status', message, { status, errorCode: errorCode ?? null, sentAt });
  }

  /** The account empties the message's text; durable when this resolves. */
  redact(message: Message): Promise<void> {
    return this.change('redacted', message, { redacted: true });
  }

  /** The account deletes the message; durable when this resolves. */
  delete(message: Message): Promise<void> {
    return this.change('deleted', message, { deleted: true });
  }

  /** Forgets all of them, in the ledger too. */
  async clear(): Promise<void> {
    await this.ledger.clear();
    this.bySid.clear();
    this.byParty.clear();
    this.wroteLast.clear();
    this.writtenTo.clear();
    this.inOrder = [];
  }

  onApplicationShutdown(): Promise<void> {
    return this.ledger.close();
  }

  private async change(event: LedgerEvent, message: Message, to: Partial<Message>): Promise<void> {
    const changed = { ...to, updatedAt: this.clock.now() };
    await this.ledger.append(ledgerEntry(event, { ...message, ...changed }));
    Object.assign(message, changed);
  }

  private index(message: Message): void {
    this.put(message);
    if (this.inOrder.length > this.most * 1.1) this.forgetOldest();
  }

  /** Those that have not come to their end stay: they are still to be changed. */
  private forgetOldest(): void {
    const surplus = this.inOrder.length - this.most;
    const kept = this.inOrder.filter((message, at) => at >= surplus || !isFinal(message));
    this.bySid.clear();
    this.byParty.clear();
    this.inOrder = [];
    for (const message of kept) this.put(message);
    const since = this.clock.now() - REMEMBERED_MS;
    for (const [party, at] of this.wroteLast) if (at < since) this.wroteLast.delete(party);
  }

  private put(message: Message): void {
    this.bySid.set(message.sid, message);
    this.inOrder.push(message);
    for (const party of parties(message)) {
      const exchanged = this.byParty.get(party);
      if (exchanged) exchanged.push(message);
      else this.byParty.set(party, [message]);
      if (message.direction === 'inbound') this.wrote(party, message);
    }
  }

  private wrote(party: string, { to, createdAt: at }: Message): void {
    this.writtenTo.add(to);
    for (const key of [party, pairOf(party, to)])
      this.wroteLast.set(key, Math.max(at, this.wroteLast.get(key) ?? at));
  }
}

function pairOf(party: string, number: string): string {
  return `${party} ${number}`;
}
