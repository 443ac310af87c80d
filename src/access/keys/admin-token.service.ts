import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { putKept } from '../../config/secrets/key-files.js';
import { Env } from '../../env/env.js';
import { AdminToken, adminTokenFile, newToken, printOf } from '../../http/admin/admin-token.js';
import { TokenHolders } from '../../http/admin/token-holders.js';
import { Digests } from '../tokens/digests.js';
import { TokenView } from '../tokens/tokens.dto.js';
import { TokensService } from '../tokens/tokens.service.js';
import type { AdminTokenChange, ChangedToken } from './keys.dto.js';
import { KeysService, nameOf, NEXT_TOKEN } from './keys.service.js';

const DAY = 86_400_000;

/**
 * Changes the admin token. The former one goes on as a named token, which ends by itself, can be
 * revoked, and says when it was used last: no program and no session has to change at that moment.
 */
@Injectable()
export class AdminTokenService {
  constructor(
    private readonly token: AdminToken,
    private readonly holders: TokenHolders,
    private readonly tokens: TokensService,
    private readonly digests: Digests,
    private readonly keys: KeysService,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  async change({ at_once }: AdminTokenChange): Promise<ChangedToken> {
    const next = newToken();
    const { environment } = this;
    const until = this.clock.now() + (environment ? 7 : 1) * DAY;
    const former = at_once ? null : await this.keep('former ADMIN_TOKEN', this.token.print, until);
    if (environment) await this.keep(NEXT_TOKEN, printOf(next), until);
    else this.become(next);
    await this.keys.tell();
    const admin_token = nameOf(await this.digests.of('token', printOf(next)));
    return { token: environment ? next : null, admin_token, former };
  }

  private get environment(): boolean {
    return this.env.ADMIN_TOKEN !== undefined;
  }

  private become(next: string): void {
    putKept(adminTokenFile(this.env), next);
    this.token.become(next);
  }

  private async keep(what: string, print: string, expiresAt: number): Promise<TokenView> {
    const time = new Date(this.clock.now()).toISOString().replaceAll(':', '.');
    const createdBy = this.holders.admin.name;
    const token = { name: `${what} ${time}`, scope: 'admin', expiresAt, createdBy } as const;
    return TokenView.of(await this.tokens.keep(print, token));
  }
}
