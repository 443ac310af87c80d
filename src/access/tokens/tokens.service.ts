import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { printOf } from '../../http/admin/admin-token.js';
import { ADMIN_NAME } from '../../http/admin/token-holders.js';
import { Problem } from '../../http/problems/problem.js';
import { Digests } from './digests.js';
import { KnownTokens } from './known-tokens.js';
import { MOST_TOKENS, type NamedToken, TokenStore } from './token.store.js';
import { type MadeToken, type NewToken, TokenView } from './tokens.dto.js';

const DAY = 86_400_000;
/** What each begins with, so that it is known for what it is where it must not be. */
const PREFIX = 'recado_';

/** Makes named tokens, lists and revokes them. */
@Injectable()
export class TokensService {
  constructor(
    private readonly store: TokenStore,
    private readonly known: KnownTokens,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<TokenView[]> {
    return (await this.store.list(this.clock.now())).map((one) => TokenView.of(one));
  }

  /** Makes one; it is shown now and never again. Throws a `Problem` (409) for a name that is taken. */
  async make({ name, scope, expires_in_days }: NewToken, by: string): Promise<MadeToken> {
    const token = PREFIX + randomBytes(32).toString('base64url');
    const days = expires_in_days ?? null;
    const expiresAt = days === null ? null : this.clock.now() + days * DAY;
    const kept = await this.keep(printOf(token), { name, scope, expiresAt, createdBy: by });
    return { ...TokenView.of(kept), token };
  }

  /** Keeps a token by its print. Throws a `Problem` (409) for a name that is taken, or too many. */
  async keep(
    print: string,
    token: Pick<NamedToken, 'name' | 'scope' | 'expiresAt' | 'createdBy'>,
  ): Promise<NamedToken> {
    if (token.name === ADMIN_NAME) throw taken(token.name);
    const now = this.clock.now();
    const mark = await this.digests.of('token', print);
    const kept = { ...token, id: randomUUID(), mark, createdAt: now, lastUsedAt: null };
    const outcome = await this.store.add(kept, now);
    if (outcome === 'name_taken') throw taken(token.name);
    if (outcome === 'too_many') throw tooMany();
    this.known.forget();
    return kept;
  }

  /** From now on it opens nothing here, within a second nowhere, and whom it signed in is out. */
  async revoke(id: string): Promise<void> {
    const removed = await this.store.remove(id);
    this.known.forget();
    if (!removed) throw new Problem(404, 'No such token', 'There is no token of this id.');
  }
}

function taken(name: string): Problem {
  const errors = [{ field: 'name', message: 'is the name of another token' }];
  return new Problem(409, 'Conflict', `There is a token ${name}: choose another name.`, { errors });
}

function tooMany(): Problem {
  return new Problem(409, 'Conflict', `There are ${MOST_TOKENS} tokens: revoke some first.`);
}
