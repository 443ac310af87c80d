import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import { reconciled } from '../metrics.js';
import { Problem } from '../http/problems/problem.js';
import type { Inbound } from '../mailbox/intake/inbound.js';
import { IntakeService } from '../mailbox/intake/intake.service.js';
import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import { MessageLog } from '../whatsapp/sending/message-log.js';
import { readBack } from './listing.js';
import { sendsTo, type SendsToPerson } from './sends/sends-to-person.js';
import { byDate, isAnsweredElsewhere, lookedUntil, readUntil, shouldHaveCome } from './missed.js';
import { type Medium, missedMessage } from './missed-form.js';
import { type OwnNumber, ReconciliationStore } from './reconciliation.store.js';
import { Sweep } from './sweep.js';

/** Messages that are kept in memory while the list is read; the oldest, as they are answered first. */
const MOST_MISSED = 5000;
/** So many times a reading is tried again where it stopped. */
const MOST_FAILURES = 3;

/** A reading of the list for one number. It may take several rounds. */
interface Scan {
  own: OwnNumber;
  account: string;
  /** Twilio's clock when it began, and back to when it reads. */
  now?: number;
  until: number;
  /** Asks for the page where it goes on. */
  next?: string;
  complete: boolean;
  /** How often in a row it could not go on from there. */
  failures: number;
  /** The newest first while it reads; then in the order in which they came in. */
  missed: ListedMessage[];
}

/** Finds messages that came to Twilio and not to us, and takes them in as their webhooks would have. */
@Injectable()
export class BackfillService {
  private readonly logger = new Logger('Reconciliation');
  private readonly scans = new Map<string, Scan>();
  private readonly sweep = new Sweep();

  constructor(
    private readonly store: ReconciliationStore,
    private readonly log: MessageLog,
    private readonly intake: IntakeService,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes on with what is to be read and taken in, while `mayGoOn`, with one number at least. Returns
   * whether something is left. Throws `LogTrouble` while Twilio's list can't be read, and what the store
   * throws: then the next round goes on where this one stopped.
   */
  async round({ twilioAccountSid: account }: BotConfig, mayGoOn: () => boolean): Promise<boolean> {
    const left = this.sweep.left(await this.store.numbers(account!));
    for (const [n, own] of left.entries()) {
      if (n && !mayGoOn()) return true;
      const { number } = own;
      const worked = await this.lookAt(own, account!, mayGoOn).catch((error: unknown) => {
        this.sweep.stopped(number, left);
        throw error;
      });
      if (!worked) return true;
      this.sweep.worked(number);
    }
    this.sweep.end();
    return false;
  }

  /** Forgets what was read: another process looks now. */
  forget(): void {
    this.scans.clear();
    this.sweep.end();
  }

  /** Goes on with one number. Returns whether all that came to it is here. */
  private async lookAt(own: OwnNumber, account: string, mayGoOn: () => boolean): Promise<boolean> {
    const name = `${account} ${own.number}`;
    const scan = this.scans.get(name) ?? this.begin(own, account);
    this.scans.set(name, scan);
    if (!scan.complete) await this.readOn(name, scan, mayGoOn);
    if (!scan.complete || !(await this.takeAll(scan, mayGoOn))) return false;
    await this.store.keepLookedUntil(account, own.number, lookedUntil(scan.now!));
    this.scans.delete(name);
    return true;
  }

  private begin(own: OwnNumber, account: string): Scan {
    return { own, account, until: 0, complete: false, failures: 0, missed: [] };
  }

  /** Reads on. Begins anew once the place where it stopped can't be read again and again. */
  private async readOn(name: string, scan: Scan, mayGoOn: () => boolean): Promise<void> {
    try {
      await this.read(scan, mayGoOn);
      scan.failures = 0;
    } catch (error) {
      if (++scan.failures >= MOST_FAILURES) this.scans.delete(name);
      throw error;
    }
  }

  private async read(scan: Scan, mayGoOn: () => boolean): Promise<void> {
    const { own } = scan;
    const until = (twilioNow = this.clock.now()) => {
      scan.now ??= twilioNow;
      return readUntil(own, scan.now);
    };
    const received = { to: own.number };
    const page = (next?: string) => this.log.page(received, next);
    const read = await readBack(page, until, mayGoOn, scan.next);
    const candidates = read.messages.filter((one) => shouldHaveCome(one, own, scan.now!));
    const sids = candidates.map(({ sid }) => sid);
    const missing = new Set(sids.length ? await this.store.missing(sids) : []);
    scan.missed.push(...candidates.filter(({ sid }) => missing.delete(sid)));
    scan.next = read.next;
    scan.complete = read.complete;
    this.bound(scan);
    if (scan.complete) scan.missed = byDate(scan.missed);
  }

  /** What is left out is newer than what is kept: the next reading finds it. */
  private bound(scan: Scan): void {
    if (scan.missed.length <= MOST_MISSED) return;
    scan.missed = scan.missed.slice(-MOST_MISSED);
    scan.now = scan.missed[0].createdAt;
  }

  /** Takes the messages in, in the order of their dates. Returns whether all were worked through. */
  private async takeAll(scan: Scan, mayGoOn: () => boolean): Promise<boolean> {
    const { store, log, clock } = this;
    const sends = new Map<string, Promise<SendsToPerson>>();
    while (scan.missed.length) {
      if (!mayGoOn()) return false;
      const [message] = scan.missed;
      const person = message.from!;
      const known =
        sends.get(person) ?? sendsTo(person, message.createdAt, { store, log, clock }, mayGoOn);
      sends.set(person, known);
      const { listed, isOurs, complete } = await known;
      if (!complete && !mayGoOn()) return false;
      if (isAnsweredElsewhere(message, listed, scan.own, isOurs)) this.leave(message);
      else await this.take(message, scan.account);
      scan.missed.shift();
    }
    return true;
  }

  private async take(message: ListedMessage, account: string): Promise<void> {
    const media = message.mediaCount ? await this.log.media(message.sid) : [];
    const inbound = this.inboundOf(message, account, media);
    if (!inbound || (await this.intake.accept(inbound)).duplicate) return;
    this.logger.warn({ message: message.sid }, "A message's webhook didn't come: it was found");
    reconciled.inc({ what: 'backfilled' });
  }

  /** Undefined for a message without a sender, which must not keep the others from being found. */
  private inboundOf(message: ListedMessage, account: string, media: Medium[]): Inbound | undefined {
    try {
      const { MAX_INBOUND_CHARS: most } = this.env;
      return missedMessage(message, account, media, most, this.clock.now());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.logger.error({ message: message.sid }, `A missed message is left out: ${error.message}`);
      return undefined;
    }
  }

  private leave({ sid }: ListedMessage): void {
    this.logger.log(
      { message: sid },
      "A message that didn't come is left alone: something that this store doesn't know was sent after it",
    );
    reconciled.inc({ what: 'left' });
  }
}
