import { Injectable } from '@nestjs/common';
import { iso } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { version } from '../../env/version.js';
import type { ConsoleSession } from '../../http/admin/console-sessions.js';
import type { TokenHolder } from '../../http/admin/token-holders.js';
import type { SessionView } from './session.dto.js';

interface Asking {
  session?: ConsoleSession;
  holder: TokenHolder;
}

/** Tells a page how its user is let in, and where it is. */
@Injectable()
export class WhoService {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly config: BotConfigService,
  ) {}

  /** Without a session the token itself has come. */
  async view({ session, holder }: Asking): Promise<SessionView> {
    const { language } = await this.config.current();
    return {
      signed_in_by: session?.signedInBy ?? 'bearer',
      name: holder.name,
      scope: holder.scope,
      expires_at: session ? iso(session.expiresAt) : null,
      simulator: this.endpoints.simulator,
      version,
      language,
    };
  }
}
