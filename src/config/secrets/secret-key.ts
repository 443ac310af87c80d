import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env, EnvError } from '../../env/env.js';
import { keptFile, readKept } from '../../env/data-dir.js';
import { SecretError, Secrets } from './secrets.js';
import { SettingsRepository } from '../settings.repository.js';

const CHECK = 'secret_check';

/**
 * The key of the stored secrets: given, or made at the first start and kept in DATA_DIR. The
 * store keeps a check value sealed with it, so that a wrong key is noticed before anything is
 * read or sealed with it.
 */
@Injectable()
export class SecretKey {
  private verified?: Promise<Secrets>;

  constructor(
    private readonly env: Env,
    private readonly settings: SettingsRepository,
  ) {}

  /**
   * What seals and opens, once the store has shown that the key is right. Throws an `EnvError`
   * for a wrong key, and the store's own error while it is away: then it may be asked again.
   */
  secrets(): Promise<Secrets> {
    this.verified ??= this.verify().catch((error: unknown) => {
      this.verified = undefined;
      throw error;
    });
    return this.verified;
  }

  private async verify(): Promise<Secrets> {
    const stored = await this.settings.find(CHECK);
    const secrets = new Secrets(this.key(stored === undefined), previousOf(this.env));
    const right = stored === undefined ? undefined : this.opened(secrets, stored);
    if (right && !right.previous) return secrets;
    const kept = await this.settings.replace(CHECK, stored, secrets.seal('recado', CHECK));
    // Another process was first: its key decides.
    return kept ? secrets : this.verify();
  }

  /** A new key is made only for a store that has none: elsewhere it would hide that one is lost. */
  private key(mayMake: boolean): Buffer {
    if (this.env.SECRET_KEY) return Buffer.from(this.env.SECRET_KEY, 'base64');
    const file = this.file();
    const make = () => randomBytes(32).toString('base64');
    const text = mayMake ? keptFile(file, make) : readKept(file);
    if (text === undefined)
      throw new EnvError(`SECRET_KEY is needed: ${file}, which this store was begun with, is gone`);
    if (Buffer.from(text, 'base64').length !== 32)
      throw new EnvError(`SECRET_KEY: ${file} does not hold 32 bytes in base64`);
    return Buffer.from(text, 'base64');
  }

  private opened(secrets: Secrets, stored: string) {
    try {
      return secrets.open(stored, CHECK);
    } catch (error) {
      if (!(error instanceof SecretError)) throw error;
      const where = this.env.SECRET_KEY ? 'SECRET_KEY' : `SECRET_KEY (in ${this.file()})`;
      throw new EnvError(
        `${where} is not the key that this store was begun with; ` +
          'give that one, or name it in SECRET_KEY_PREVIOUS to change over',
      );
    }
  }

  private file(): string {
    return join(this.env.DATA_DIR, 'secret-key');
  }
}

function previousOf({ SECRET_KEY_PREVIOUS }: Env): Buffer | undefined {
  return SECRET_KEY_PREVIOUS ? Buffer.from(SECRET_KEY_PREVIOUS, 'base64') : undefined;
}
