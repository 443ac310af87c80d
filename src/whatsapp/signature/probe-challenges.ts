import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { SecretKey } from '../../config/secrets/secret-key.js';
import { SecretError } from '../../config/secrets/secrets.js';
import { CHALLENGE, isProbe } from './webhook-probe.js';

/** Milliseconds for which a challenge is answered, also where the clocks of two nodes differ a little. */
const GOOD_FOR = 60_000;
const PLACE = 'webhook_probe';
/** The header of the answer that holds the proof. */
export const PROOF = 'X-Recado-Proof';

/** What a probe holds, and what its answer must hold. */
export interface Challenge {
  challenge: string;
  proof: string;
}

/**
 * Proves that a probe of the webhook came back to the installation that sent it, whichever of its nodes
 * takes it: a random word, sealed with the installation's own key, is sent and must come back opened.
 * Nothing is kept for it. It is looked at only once the signature was found right, so that it is of use
 * to nobody else: who repeats a probe within its minute learns a word that was said already.
 */
@Injectable()
export class ProbeChallenges {
  constructor(
    private readonly key: SecretKey,
    private readonly clock: Clock,
  ) {}

  /** Makes a new one. Throws the store's error as long as the key was never verified. */
  async make(): Promise<Challenge> {
    const secrets = await this.key.secrets();
    const proof = randomBytes(16).toString('base64url');
    return { challenge: secrets.seal(`${this.clock.now()} ${proof}`, PLACE), proof };
  }

  /** The proof for a probe of this installation; undefined for every other form, and for an old one. */
  async proofFor(form: unknown): Promise<string | undefined> {
    const challenge = isProbe(form) && (form as Record<string, unknown>)[CHALLENGE];
    if (typeof challenge !== 'string') return undefined;
    const opened = await this.opened(challenge);
    const [at, proof] = opened?.split(' ') ?? [];
    return Math.abs(this.clock.now() - Number(at)) <= GOOD_FOR ? proof : undefined;
  }

  private async opened(challenge: string): Promise<string | undefined> {
    const secrets = await this.key.secrets();
    try {
      return secrets.open(challenge, PLACE).text;
    } catch (error) {
      if (error instanceof SecretError) return undefined;
      throw error;
    }
  }
}
