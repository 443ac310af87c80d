import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { MeaningService } from '../knowledge/meaning/meaning.service.js';
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
    private readonly meaning: MeaningService,
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

  /** How many passages have vectors. It is never down: answers go by words meanwhile. */
  embeddings(): HealthIndicatorResult {
    const embeddings = this.indicators.check('embeddings');
    const { passages, embedded } = this.meaning.progress ?? {};
    return embeddings.up(this.meaning.progress && { passages, embedded });
  }

  private writable(): Promise<boolean> {
    const now = performance.now();
    if (!this.checked || now - this.checked.at > FRESH_FOR)
      this.checked = { at: now, result: answersInTime(this.storage) };
    return this.checked.result;
  }
}

function answersInTime(storage: Storage): Promise<boolean> {
  const writes = storage.check().then(
    () => true,
    () => false,
  );
  return Promise.race([writes, setTimeout(TIMEOUT_MS, false, { ref: false })]);
}
