import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { BotConfigService } from '../config/bot-config.service.js';
import { logLevel } from '../log/logger.js';

/** Has the log tell as much as the setting `log_level` says, on every node, without a new start. */
@Injectable()
export class LogLevelService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Log');
  private changes?: Subscription;

  constructor(private readonly config: BotConfigService) {}

  onApplicationBootstrap(): void {
    this.changes = this.config.changes.subscribe(() => void this.follow());
    void this.follow();
  }

  onModuleDestroy(): void {
    this.changes?.unsubscribe();
  }

  /** While the configuration can't be read, the level stays as it is. */
  private async follow(): Promise<void> {
    const config = await this.config.current().catch(() => undefined);
    const [before, level] = [logLevel(), config?.logLevel];
    if (!level || level === before) return;
    logLevel(level);
    this.logger.log(`The log tells ${level} and all that is worse, as log_level says`);
  }
}
