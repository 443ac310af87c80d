import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { outcomes } from '../../metrics.js';
import { Storage } from '../../storage/storage.js';
import type { Outcome } from './turn.js';

/** So many messages came to this outcome: their first, or another one than before. */
export interface Ended {
  outcome: Outcome;
  messages: number;
}

/** Counts what this process's writes bring to an outcome, once it is durable. */
@Injectable()
export class OutcomeCounts implements OnApplicationBootstrap {
  constructor(@Inject(Storage) private readonly storage: Storage) {}

  onApplicationBootstrap(): void {
    this.storage.onNews((news) => {
      const { outcome, messages } = news as Ended;
      outcomes.inc({ outcome }, messages);
    });
  }
}
