import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { iso } from '../clock.js';
import { NONE_YET } from '../knowledge/documents/none-yet.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { MeaningService } from '../knowledge/meaning/meaning.service.js';
import { ShownHolds } from '../mailbox/holds/shown-holds.js';
import { Worker } from '../mailbox/worker/worker.js';
import { Storage } from '../storage/storage.js';

/** Milliseconds after which a store that doesn't answer counts as away. */
const TIMEOUT_MS = 2000;
/** Milliseconds for which a result is reused: anybody may ask, and each check writes. */
const FRESH_FOR = 1000;

/** What the store showed. */
interface Seen {
  writable: boolean;
  /** Whether there is no document. */
  empty: boolean;
  /** Why and since when the account at Twilio, or a line, is held, if one is. */
  held?: string;
}

/** Checks whether this process can work now. It says what is down but not why: anybody may ask. */
@Injectable()
export class Readiness {
  private seen?: { at: number; result: Promise<Seen> };

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly storage: Storage,
    private readonly mailboxWorker: Worker,
    private readonly knowledge: KnowledgeService,
    private readonly meaning: MeaningService,
    private readonly holds: ShownHolds,
  ) {}

  /** Whether the store can be written. */
  async store(): Promise<HealthIndicatorResult> {
    const store = this.indicators.check('store');
    const { writable } = await this.look();
    return writable ? store.up() : store.down({ message: 'cannot be written now' });
  }

  /** Whether the mailbox's worker runs. */
  worker(): HealthIndicatorResult {
    const worker = this.indicators.check('worker');
    return this.mailboxWorker.active ? worker.up() : worker.down({ message: 'is not running' });
  }

  /** Never down: without documents messages are taken and answered, but not from documents. */
  async documents(): Promise<HealthIndicatorResult> {
    const documents = this.indicators.check('documents');
    const { empty } = await this.look();
    return empty ? documents.up({ message: NONE_YET }) : documents.up();
  }

  /** How many passages have vectors. It is never down: answers go by words meanwhile. */
  embeddings(): HealthIndicatorResult {
    const embeddings = this.indicators.check('embeddings');
    const { passages, embedded } = this.meaning.progress ?? {};
    return embeddings.up(this.meaning.progress && { passages, embedded });
  }

  /** Never down: while the account or a line is held, messages are taken, and their answers are kept. */
  async twilio(): Promise<HealthIndicatorResult> {
    const twilio = this.indicators.check('twilio');
    const { held } = await this.look();
    return held ? twilio.up({ message: held }) : twilio.up();
  }

  private look(): Promise<Seen> {
    const now = performance.now();
    if (!this.seen || now - this.seen.at > FRESH_FOR)
      this.seen = { at: now, result: this.lookAnew() };
    return this.seen.result;
  }

  /** A store that can't be written isn't asked for anything else. */
  private async lookAnew(): Promise<Seen> {
    const writable = await inTime(
      this.storage.check().then(() => true),
      false,
    );
    if (!writable) return { writable, empty: false };
    const empty = inTime(this.knowledge.isEmpty(), false);
    return { writable, empty: await empty, held: await inTime(this.heldBack(), undefined) };
  }

  /** Without Twilio's own words, and without numbers: what they name is nobody's business. */
  private async heldBack(): Promise<string | undefined> {
    const [first, ...more] = await this.holds.all();
    if (!first) return undefined;
    const code = first.code ? `, code ${first.code}` : '';
    const lines = more.length ? `${more.length + 1} lines` : 'a line';
    const what = first.line === undefined ? 'the account' : lines;
    return `refuses ${what} since ${iso(first.since)}${code}; see GET /api/v1/failures`;
  }
}

/** What was asked for; `otherwise` when that fails or takes too long. */
function inTime<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  const answer = asked.catch(() => otherwise);
  return Promise.race([answer, setTimeout(TIMEOUT_MS, otherwise, { ref: false })]);
}
