import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { keptFile } from '../../env/data-dir.js';

/** The admin API's token: ADMIN_TOKEN, or one made at the first start and kept in DATA_DIR. */
@Injectable()
export class AdminToken {
  readonly value: string;

  constructor(env: Env) {
    this.value =
      env.ADMIN_TOKEN ?? keptFile(adminTokenFile(env), () => randomBytes(24).toString('base64url'));
  }
}

export function adminTokenFile(env: Env): string {
  return join(env.DATA_DIR, 'admin-token');
}
