import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { basename } from 'node:path';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { SealedPlaces } from '../../config/secrets/sealed-places.js';
import { SecretKey } from '../../config/secrets/secret-key.js';
import { Env } from '../../env/env.js';
import { TokenHolders } from '../../http/admin/token-holders.js';
import { Problem } from '../../http/problems/problem.js';
import { TokenStore } from '../tokens/token.store.js';
import { type ChangedKey, type KeysView, NodeKeysView } from './keys.dto.js';
import { NodeKeys } from './node-keys.js';

/** Milliseconds after which it is tried again to tell which keys this process uses. */
const AGAIN_MS = 1000;
/** How the tokens are named that ADMIN_TOKEN is to become. */
export const NEXT_TOKEN = 'next ADMIN_TOKEN';
/** Characters of a mark that make a name. */
const NAME = 12;

/** Tells which keys are in use, and changes SECRET_KEY where Recado made it. */
@Injectable()
export class KeysService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Keys');

  constructor(
    private readonly key: SecretKey,
    private readonly places: SealedPlaces,
    private readonly holders: TokenHolders,
    private readonly tokens: TokenStore,
    private readonly nodes: NodeKeys,
    private readonly env: Env,
    private readonly clock: Clock,
    config: BotConfigService,
  ) {
    places.add('bot_config', () => config.reseal());
  }

  async view(): Promise<KeysView> {
    await this.tell();
    return {
      secret_key_from: this.key.source.environment ? 'environment' : 'file',
      admin_token_from: this.env.ADMIN_TOKEN ? 'environment' : 'file',
      admin_token_next: await this.nextToken(),
      nodes: (await this.nodes.all()).map((one) => NodeKeysView.of(one)),
      lost: await this.places.reseal(),
    };
  }

  /**
   * Makes another SECRET_KEY, and seals everything anew by it. Throws a `Problem` (409) where the
   * environment gives the key: then the nodes change one after the other.
   */
  async change(): Promise<ChangedKey> {
    if (this.key.source.environment) throw byEnvironment();
    const former = await this.key.change(new Date(this.clock.now()));
    await this.places.reseal();
    await this.tell();
    this.logger.log(`SECRET_KEY was changed; the former one is in ${former}`);
    const { names } = await this.key.secrets();
    return { secret_key: names.key, former_file: basename(former) };
  }

  /** Nobody is kept waiting: a store that is away is asked again. */
  onApplicationBootstrap(): void {
    this.places
      .reseal()
      .then(() => this.tell())
      .catch(() => setTimeout(() => this.onApplicationBootstrap(), AGAIN_MS).unref());
  }

  /** Has the other processes know which keys this one uses. */
  async tell(): Promise<void> {
    const { names } = await this.key.secrets();
    this.nodes.tell({ ...names, token: await this.tokenName() });
  }

  /** The name of the admin token that counts here. */
  async tokenName(): Promise<string> {
    return nameOf(await this.holders.markOf(this.holders.admin));
  }

  private async nextToken(): Promise<string | null> {
    const all = await this.tokens.list(this.clock.now());
    const next = all.findLast(({ name }) => name.startsWith(NEXT_TOKEN));
    return next ? nameOf(next.mark) : null;
  }
}

/** The name of a token, by its mark. */
export function nameOf(mark: string): string {
  return mark.slice(0, NAME);
}

function byEnvironment(): Problem {
  return new Problem(
    409,
    'Conflict',
    'SECRET_KEY is given by the environment: `npx recado keys rotate secret` says the steps.',
  );
}
