import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Digests } from '../../access/tokens/digests.js';
import { type ConsoleSession, ConsoleSessions } from '../../http/admin/console-sessions.js';
import { TokenHolders } from '../../http/admin/token-holders.js';
import { SignInStore } from './sign-in.store.js';

/** Asks the store each time: who signs out on another node is out here, too. */
@Injectable()
export class StoredSessions extends ConsoleSessions {
  constructor(
    private readonly store: SignInStore,
    private readonly digests: Digests,
    private readonly holders: TokenHolders,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(cookie: string): Promise<ConsoleSession | undefined> {
    return this.store.session(await this.digests.of('cookie', cookie), this.clock.now());
  }

  async goesOn({ id, mark }: ConsoleSession): Promise<boolean> {
    const there = await this.store.session(id, this.clock.now());
    return there !== undefined && (await this.holders.marked(mark)) !== undefined;
  }
}
