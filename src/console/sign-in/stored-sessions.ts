import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { AdminToken } from '../../http/admin/admin-token.js';
import { type ConsoleSession, ConsoleSessions } from '../../http/admin/console-sessions.js';
import { SignInStore } from './sign-in.store.js';

/** Asks the store each time: who signs out on another node is out here, too. */
@Injectable()
export class StoredSessions extends ConsoleSessions {
  constructor(
    private readonly store: SignInStore,
    private readonly token: AdminToken,
    private readonly clock: Clock,
  ) {
    super();
  }

  find(cookie: string): Promise<ConsoleSession | undefined> {
    return this.store.session(this.token.nameOf(cookie), this.clock.now());
  }

  async goesOn({ id }: ConsoleSession): Promise<boolean> {
    return (await this.store.session(id, this.clock.now())) !== undefined;
  }
}
