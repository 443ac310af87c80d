import { Injectable, Logger } from '@nestjs/common';
import { UsageLimits } from '../../chat/usage/usage-limits.js';
import { BotConfigService } from '../../config/bot-config.service.js';

/** Counts what sent messages cost. Nobody waits for it: a count that fails holds up no message. */
@Injectable()
export class MessageCosts {
  private readonly logger = new Logger('MessageCosts');

  constructor(
    private readonly limits: UsageLimits,
    private readonly config: BotConfigService,
  ) {}

  /** Counts a message that the channel has taken. */
  sent(to: string, conversationId: string): void {
    void this.count(to, conversationId).catch((error: unknown) => this.logger.error(error));
  }

  private async count(to: string, conversationId: string): Promise<void> {
    await this.limits.sent(to, conversationId, await this.config.current());
  }
}
