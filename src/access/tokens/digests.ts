import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedPlaces } from '../../config/secrets/sealed-places.js';
import { SecretKey } from '../../config/secrets/secret-key.js';
import { SettingsRepository } from '../../config/settings.repository.js';

/** The setting that holds the key of all digests, sealed. */
const NAME = 'digest_key';

/** What a digest is of: the same text has another one in another use. */
export type Use = 'token' | 'cookie' | 'code' | 'audit';

/**
 * Makes the names by which the store knows what was given out: tokens, cookies, codes. They are HMACs
 * by a key that the store keeps sealed, so that who has the store alone can't even try guesses.
 * The key is made once, and outlives a change of SECRET_KEY.
 */
@Injectable()
export class Digests {
  private root?: Promise<Buffer>;

  constructor(
    private readonly settings: SettingsRepository,
    private readonly key: SecretKey,
    places: SealedPlaces,
  ) {
    places.add(NAME, async () => (await this.load(), []));
  }

  /** Throws the store's error while the store is away and the key wasn't read yet. */
  async of(use: Use, text: string): Promise<string> {
    return createHmac('sha256', await this.keyFor(use))
      .update(text)
      .digest('base64url');
  }

  /** A key for one use. */
  async keyFor(use: Use): Promise<Buffer> {
    this.root ??= this.load().catch((error: unknown) => {
      this.root = undefined;
      throw error;
    });
    return createHmac('sha256', await this.root)
      .update(use)
      .digest();
  }

  private async load(): Promise<Buffer> {
    const secrets = await this.key.secrets();
    const stored = await this.settings.find(NAME);
    const opened = stored === undefined ? undefined : secrets.open(stored, NAME);
    const text = opened?.text ?? randomBytes(32).toString('base64');
    if (opened && !opened.previous) return Buffer.from(text, 'base64');
    const kept = await this.settings.replace(NAME, stored, secrets.seal(text, NAME));
    // Another process was first, and what it stored counts.
    return kept ? Buffer.from(text, 'base64') : this.load();
  }
}
