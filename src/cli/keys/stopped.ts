import { type DynamicModule, Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '../../access/access.module.js';
import { AuditLog } from '../../access/audit/audit-log.js';
import { AdminTokenService } from '../../access/keys/admin-token.service.js';
import type { ChangedKey, ChangedToken } from '../../access/keys/keys.dto.js';
import { KeysService } from '../../access/keys/keys.service.js';
import { endpointsSeen } from '../../app.endpoints.js';
import { BotConfigModule } from '../../config/bot-config.module.js';
import type { Env } from '../../env/env.js';
import { ConsoleSessions } from '../../http/admin/console-sessions.js';
import { StorageModule } from '../../storage/storage.module.js';

/** Nobody asks here, so nobody has signed in. */
@Global()
@Module({ providers: [{ provide: ConsoleSessions, useValue: {} }], exports: [ConsoleSessions] })
class NobodyModule {}

/** The rooms that keys need, without a server and without workers. */
@Module({})
class StoppedModule {
  static with(env: Env): DynamicModule {
    const endpoints = endpointsSeen(env);
    return {
      module: StoppedModule,
      imports: [
        NobodyModule,
        StorageModule.with(env, endpoints.simulator),
        BotConfigModule.with(endpoints),
        AccessModule,
      ],
    };
  }
}

/** Changes keys in a directory on which no Recado runs. It owns the store meanwhile. */
export async function onStopped<What extends 'secret' | 'admin'>(
  env: Env,
  what: What,
  at_once: boolean,
): Promise<What extends 'secret' ? ChangedKey : ChangedToken> {
  const app = await NestFactory.createApplicationContext(StoppedModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const audit = app.get(AuditLog);
    const entry = await audit.byHand(`recado keys rotate ${what}`);
    const changed =
      what === 'secret'
        ? await app.get(KeysService).change()
        : await app.get(AdminTokenService).change({ at_once });
    await audit.end(entry, 200);
    return changed as never;
  } finally {
    await app.close();
  }
}
