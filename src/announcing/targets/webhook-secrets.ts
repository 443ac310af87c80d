import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedPlaces } from '../../config/secrets/sealed-places.js';
import { SecretKey } from '../../config/secrets/secret-key.js';
import { SecretError } from '../../config/secrets/secrets.js';
import type { Target } from './target.js';
import { TargetStore } from './target.store.js';

/** Bytes of a secret that Recado makes; the specification asks for 24 to 64. */
const BYTES = 24;

/** The secrets that webhooks are signed with, sealed as the settings' secrets are. */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly key: SecretKey,
    private readonly targets: TargetStore,
    places: SealedPlaces,
  ) {
    places.add('announcement_targets', () => this.reseal());
  }

  /** A new one, in the form of Standard Webhooks. */
  make(): string {
    return `whsec_${randomBytes(BYTES).toString('base64')}`;
  }

  async seal(secret: string, targetId: string): Promise<string> {
    return (await this.key.secrets()).seal(secret, placeOf(targetId));
  }

  /** Throws a `SecretError` where the key is another one. What a former key sealed is sealed anew. */
  async open({ id, secret }: Target): Promise<string> {
    const { text, previous } = (await this.key.secrets()).open(secret!, placeOf(id));
    if (previous) await this.targets.change(id, { secret: await this.seal(text, id) });
    return text;
  }

  /** Seals all of them by the current key. Returns the webhooks whose secret no key opens. */
  private async reseal(): Promise<string[]> {
    const sealed = (await this.targets.all()).filter(({ secret }) => secret);
    const lost: string[] = [];
    for (const target of sealed)
      await this.open(target).catch((error: unknown) => {
        if (!(error instanceof SecretError)) throw error;
        lost.push(placeOf(target.id));
      });
    return lost;
  }
}

function placeOf(targetId: string): string {
  return `announcement_targets/${targetId}`;
}
