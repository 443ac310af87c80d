import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { DEFAULT_LINE, type LineId } from '../../config/lines/line.js';
import { type Hold, HoldStore } from './hold.store.js';

/**
 * The holds as an operator sees them. Where no line is set up besides the default one, what holds that
 * one holds all answers back: it is shown as the account's, as it was before there were lines.
 */
@Injectable()
export class ShownHolds {
  constructor(
    private readonly store: HoldStore,
    private readonly config: BotConfigService,
  ) {}

  /** As `HoldStore.all`. Throws what the store throws. */
  async all(): Promise<Hold[]> {
    const holds = await this.store.all();
    if (!holds.length || Object.keys((await this.config.knownLines()).lines).length) return holds;
    const [only] = holds.filter(({ line = DEFAULT_LINE }) => line === DEFAULT_LINE);
    const others = holds.filter(({ line = DEFAULT_LINE }) => line !== DEFAULT_LINE);
    return only ? [{ ...only, line: undefined }, ...others] : others;
  }

  /** As `HoldStore.waiting`. */
  waiting(line?: LineId): Promise<number> {
    return this.store.waiting(line);
  }
}
