import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { keptFile } from '../../env/data-dir.js';

/** The admin API's first token: ADMIN_TOKEN, or one made at the first start and kept in DATA_DIR. */
@Injectable()
export class AdminToken {
  private digest: Buffer;

  constructor(env: Env) {
    this.digest = digest(env.ADMIN_TOKEN ?? keptFile(adminTokenFile(env), newToken));
  }

  /** Whether a text is the token. */
  is(given: string): boolean {
    return timingSafeEqual(digest(given), this.digest);
  }

  /** A hash of it, which tells it from others and is never stored as it is. */
  get print(): string {
    return this.digest.toString('hex');
  }

  /** From now on another one counts in this process. */
  become(next: string): void {
    this.digest = digest(next);
  }
}

/** 192 random bits. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function adminTokenFile(env: Env): string {
  return join(env.DATA_DIR, 'admin-token');
}

/** A token's hash, as `TokenHolder` has it. */
export function printOf(token: string): string {
  return digest(token).toString('hex');
}

/** Makes both sides equally long, so that the time of the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
