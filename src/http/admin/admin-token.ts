import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { keptFile } from '../../env/data-dir.js';

/** The admin API's token: ADMIN_TOKEN, or one made at the first start and kept in DATA_DIR. */
@Injectable()
export class AdminToken {
  readonly value: string;
  private readonly digest: Buffer;

  constructor(env: Env) {
    this.value =
      env.ADMIN_TOKEN ?? keptFile(adminTokenFile(env), () => randomBytes(24).toString('base64url'));
    this.digest = digest(this.value);
  }

  /** Whether a text is the token. */
  is(given: string): boolean {
    return timingSafeEqual(digest(given), this.digest);
  }

  /**
   * The name by which a store knows a secret that was given out under this token. It doesn't tell the
   * secret, and under another token the same secret has another name.
   */
  nameOf(secret: string): string {
    return createHmac('sha256', this.value).update(secret).digest('base64url');
  }
}

export function adminTokenFile(env: Env): string {
  return join(env.DATA_DIR, 'admin-token');
}

/** Makes both sides equally long, so that the time of the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
