import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Worker } from '../mailbox/worker/worker.js';
import { Storage } from '../storage/storage.js';

/** Milliseconds after which a store that doesn't answer counts as away. */
const PATIENCE = 2000;
/** Milliseconds for which an answer is kept: anybody may ask, and each check writes. */
const FRESH_FOR = 1000;

/** Whether this process can do its work now. Says what is down, not why: anybody may ask. */
@Injectable()
export class Readiness {
  private checked?: { at: number; result: Promise<boolean> };

  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly storage: Storage,
    private readonly mailboxWorker: Worker,
  ) {}

  async store(): Promise<HealthIndicatorResult> {
    const store = this.indicators.check('store');
    return (await this.writable()) ? store.up() : store.down({ message: 'cannot be written now' });
  }

  worker(): HealthIndicatorResult {
    const worker = this.indicators.check('worker');
    return this.mailboxWorker.active ? worker.up() : worker.down({ message: 'is not running' });
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
  return Promise.race([writes, setTimeout(PATIENCE, false, { ref: false })]);
}
