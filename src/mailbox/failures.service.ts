import { Injectable } from '@nestjs/common';
import { paged, type Page } from '../http/page.js';
import { FailureView, type FailurePage } from './failure.view.js';
import { OutcomeStore } from './outcome.store.js';

/** What an operator should look at. */
@Injectable()
export class FailuresService {
  constructor(private readonly outcomes: OutcomeStore) {}

  async page({ limit, cursor }: Page): Promise<FailurePage> {
    const found = await this.outcomes.failures(limit + 1, cursor);
    const items = found.slice(0, limit);
    return paged(items.map(FailureView.of), found.length > limit ? items.at(-1)!.id : null);
  }
}
