import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { AdminToken, printOf } from '../../http/admin/admin-token.js';
import { ADMIN_NAME, type TokenHolder, TokenHolders } from '../../http/admin/token-holders.js';
import { Digests } from './digests.js';
import { type NamedToken, TokenStore } from './token.store.js';
import { Tries } from './tries.js';

/** Milliseconds after which this node sees a token that another node made or revoked. */
const FRESH_FOR = 1000;
/** Milliseconds between two notes of a token's use. */
const USE_EACH = 60_000;
/** A token of so many characters is taken for one that nobody finds by guessing. */
const UNGUESSABLE = 24;

/** Who holds which token. The named ones are few: this node has all of them in memory. */
@Injectable()
export class KnownTokens extends TokenHolders {
  private readonly logger = new Logger('Tokens');
  private read?: { at: number; byMark: Promise<Map<string, NamedToken>> };
  private readonly notedAt = new Map<string, number>();

  constructor(
    private readonly store: TokenStore,
    private readonly token: AdminToken,
    private readonly digests: Digests,
    private readonly tries: Tries,
    private readonly clock: Clock,
  ) {
    super();
  }

  get admin(): TokenHolder {
    return { id: null, name: ADMIN_NAME, scope: 'admin', print: this.token.print };
  }

  /**
   * A long one is compared whatever was tried before it: guessing finds none, and who holds one isn't
   * kept out by others behind the same proxy. A short one, which somebody chose, is compared only as
   * long as its address has tries.
   */
  async holding(token: string, address: string): Promise<TokenHolder | undefined> {
    const long = token.length >= UNGUESSABLE;
    const known = long ? await this.known(token) : undefined;
    if (known) return known;
    let found: TokenHolder | undefined;
    await this.tries.of(address, async () => {
      found = long ? undefined : await this.known(token);
      return found !== undefined;
    });
    return found;
  }

  async markOf({ id, print }: TokenHolder): Promise<string> {
    return id === null ? this.digests.of('token', print) : print;
  }

  async marked(mark: string): Promise<TokenHolder | undefined> {
    if (mark === (await this.markOf(this.admin))) return this.admin;
    const named = (await this.named()).get(mark);
    return named && this.holderOf(named);
  }

  async counts({ id, print }: TokenHolder): Promise<boolean> {
    if (id === null) return print === this.token.print;
    return [...(await this.named()).values()].some((one) => one.id === id);
  }

  /** What was known of the store is read anew: this node has changed it. */
  forget(): void {
    this.read = undefined;
  }

  private async known(token: string): Promise<TokenHolder | undefined> {
    if (this.token.is(token)) return this.admin;
    const print = printOf(token);
    const named = (await this.named()).get(await this.digests.of('token', print));
    return named && this.holderOf(named);
  }

  private holderOf(named: NamedToken): TokenHolder | undefined {
    const { id, name, scope, mark, expiresAt } = named;
    if (expiresAt !== null && expiresAt <= this.clock.now()) return undefined;
    this.note(named);
    return { id, name, scope, print: mark };
  }

  /** Notes the use, once a minute at most; nobody waits for it. */
  private note({ id, lastUsedAt }: NamedToken): void {
    const now = this.clock.now();
    const last = this.notedAt.get(id) ?? lastUsedAt ?? -Infinity;
    if (Math.abs(now - last) < USE_EACH) return;
    this.notedAt.set(id, now);
    this.store.used(id, now).catch((error: Error) => {
      this.notedAt.delete(id);
      this.logger.debug(`When a token was used could not be noted: ${error.message}`);
    });
  }

  /** All named tokens by their marks: at most a second old, read once for all who ask meanwhile. */
  private named(): Promise<Map<string, NamedToken>> {
    const now = this.clock.now();
    if (this.read && Math.abs(now - this.read.at) < FRESH_FOR) return this.read.byMark;
    const read = { at: now, byMark: this.list(now) };
    this.read = read;
    read.byMark.catch(() => this.read === read && this.forget());
    return read.byMark;
  }

  private async list(now: number): Promise<Map<string, NamedToken>> {
    const all = await this.store.list(now);
    const ids = new Set(all.map(({ id }) => id));
    for (const id of this.notedAt.keys()) if (!ids.has(id)) this.notedAt.delete(id);
    return new Map(all.map((one) => [one.mark, one]));
  }
}
