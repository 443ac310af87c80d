import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env, EnvError } from '../../env/env.js';
import { keptFile, readKept } from '../../env/data-dir.js';
import { formerlyIn, replaceKept } from './key-files.js';
import { SecretError, Secrets } from './secrets.js';
import { SettingsRepository } from '../settings.repository.js';

const CHECK = 'secret_check';

/**
 * Provides the key of the stored secrets: SECRET_KEY, or a key that the first start makes and keeps
 * in DATA_DIR. What was sealed by SECRET_KEY_PREVIOUS, or by a key that stood in the file before, is
 * opened, too, and SECRET_KEY_NEXT opens what a node seals that is ahead. The store keeps a check value sealed with the key, so that a wrong key is noticed
 * before any secret is read or sealed with it.
 */
@Injectable()
export class SecretKey {
  private verified?: Promise<Secrets>;

  constructor(
    private readonly env: Env,
    private readonly settings: SettingsRepository,
  ) {}

  /**
   * The secrets' cipher, once the check value has proved the key. Throws an `EnvError` for a wrong
   * key, and the store's error while the store is away; after that a caller may try again.
   */
  secrets(): Promise<Secrets> {
    this.verified ??= this.verify().catch((error: unknown) => {
      this.verified = undefined;
      throw error;
    });
    return this.verified;
  }

  /** Where the key is from; a file has this path. */
  get source(): { environment: true } | { environment: false; file: string } {
    return this.env.SECRET_KEY ? { environment: true } : { environment: false, file: this.file() };
  }

  /**
   * Makes another key and keeps the one before beside it, which goes on opening what it sealed.
   * From then on all is sealed by the new one. Only for a key in a file; returns the former one's file.
   */
  async change(now: Date): Promise<string> {
    await this.secrets();
    const former = replaceKept(this.file(), randomBytes(32).toString('base64'), now);
    this.verified = undefined;
    await this.secrets();
    return former;
  }

  private async verify(): Promise<Secrets> {
    const stored = await this.settings.find(CHECK);
    const key = this.key(stored === undefined);
    const secrets = new Secrets(key, this.older(), decoded(this.env.SECRET_KEY_NEXT));
    const right = stored === undefined ? undefined : this.opened(secrets, stored);
    if (right && !right.previous) return secrets;
    const kept = await this.settings.replace(CHECK, stored, secrets.seal('recado', CHECK));
    // Another process stored its check value first, so this key is checked against that one.
    return kept ? secrets : this.verify();
  }

  /** `mayMake`: the store has no check value yet. For any other store a lost key must be reported. */
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

  /** A key that a file holds is judged where it is used: here a broken one just opens nothing. */
  private older(): Buffer[] {
    const former = this.env.SECRET_KEY ? [] : formerlyIn(this.file());
    return [this.env.SECRET_KEY_PREVIOUS, ...former]
      .flatMap((text) => decoded(text) ?? [])
      .filter(({ length }) => length === 32);
  }

  private file(): string {
    return join(this.env.DATA_DIR, 'secret-key');
  }
}

function decoded(text: string | undefined): Buffer | undefined {
  return text ? Buffer.from(text, 'base64') : undefined;
}
