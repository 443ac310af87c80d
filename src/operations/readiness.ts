import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { NONE_YET } from '../knowledge/documents/none-yet.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { Worker } from '../mailbox/worker/worker.js';
import { Storage } from '../storage/storage.js';

/** Milliseconds after which a store that doesn't answer counts as away. */
const TIMEOUT_MS = 2000;
/** Milliseconds for which a result is reused: anybody may ask, and each check writes. */
const FRESH_FOR = 1000;

/** Checks whether this process can work now. It says what is down but not why: anybody may ask. */
@Injectable()
export class Readiness {
  private checked?: { at: number; result: Promise<boolean> };

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly storage: Storage,
    private readonly mailboxWorker: Worker,
    private readonly knowledge: KnowledgeService,
  ) {}

  /** Whether the store can be written. */
  async store(): Promise<HealthIndicatorResult> {
    const store = this.indicators.check('store');
    return (await this.writable()) ? store.up() : store.down({ message: 'cannot be written now' });
  }

  /** Whether the mailbox's worker runs. */
  worker(): HealthIndicatorResult {
    const worker = this.indicators.check('worker');
    return this.mailboxWorker.active ? worker.up() : worker.down({ message: 'is not running' });
  }

  /** Never down: without documents messages are taken and answered, but not from documents. */
  async documents(): Promise<HealthIndicatorResult> {
    const documents = this.indicators.check('documents');
    const count = await inTime(this.knowledge.count(), undefined);
    return count === 0 ? documents.up({ message: NONE_YET }) : documents.up();
  }

  private writable(): Promise<boolean> {
    const now = performance.now();
    if (!this.checked || now - this.checked.at > FRESH_FOR)
      this.checked = { at: now, result: answersInTime(this.storage) };
    return this.checked.result;
  }
}

function answersInTime(storage: Storage): Promise<boolean> {
  return inTime(
    storage.check().then(() => true),
    false,
  );
}

/** What was asked for; `otherwise` when that fails or takes too long. */
function inTime<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  const answer = asked.catch(() => otherwise);
  return Promise.race([answer, setTimeout(TIMEOUT_MS, otherwise, { ref: false })]);
}
