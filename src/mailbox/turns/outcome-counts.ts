import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { outcomes } from '../../metrics.js';
import { Storage } from '../../storage/storage.js';
import type { Outcome } from './turn.js';

/** Says that messages came to an outcome: to their first one, or to another one than before. */
export interface OutcomeEvent {
  outcome: Outcome;
  messages: number;
}

/** Counts the messages that this process brings to an outcome, once that is durable. */
@Injectable()
export class OutcomeCounts implements OnApplicationBootstrap {
  constructor(@Inject(Storage) private readonly storage: Storage) {}

  /** Counts the events that the store publishes after each commit. */
  onApplicationBootstrap(): void {
    this.storage.onEvent((event) => {
      const { outcome, messages } = event as Partial<OutcomeEvent>;
      if (outcome) outcomes.inc({ outcome }, messages);
    });
  }
}
