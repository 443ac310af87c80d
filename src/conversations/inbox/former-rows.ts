import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { SessionRepository } from '../../sessions/session.repository.js';
import { InboxStore } from './inbox.store.js';

/** Milliseconds until it is tried again. */
const AGAIN_MS = 10_000;

/**
 * Has the rows of former versions completed, at the start and beside all else: until then, what was
 * there before isn't found by its words, and is at the end of the list by activity. And who had two
 * conversations, one for each form of a phone, has one from then on.
 */
@Injectable()
export class FormerRows implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(FormerRows.name);
  private timer?: NodeJS.Timeout;
  private ended = false;

  constructor(
    private readonly inbox: InboxStore,
    private readonly sessions: SessionRepository,
  ) {}

  /** Begins, without having the start wait for it. */
  onApplicationBootstrap(): void {
    void this.complete();
  }

  /** Tries no more. What is under way ends with the store's connection. */
  onModuleDestroy(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private async complete(failed = false): Promise<void> {
    try {
      await this.inbox.complete();
      for (let after = await this.sessions.unite(); after && !this.ended;)
        after = await this.sessions.unite(after);
    } catch (error) {
      if (this.ended) return;
      if (!failed)
        this.logger.warn(
          `The inbox is completed later: ${(error as Error).message}. See that the store works.`,
        );
      this.timer = setTimeout(() => void this.complete(true), AGAIN_MS);
    }
  }
}
