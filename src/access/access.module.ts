import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TokenHolders } from '../http/admin/token-holders.js';
import { HttpModule } from '../http/http.module.js';
import { adapterFor } from '../storage/storage.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditService } from './audit/audit.service.js';
import { AuditStore } from './audit/audit.store.js';
import { AdminTokenService } from './keys/admin-token.service.js';
import { KeysController } from './keys/keys.controller.js';
import { KeysService } from './keys/keys.service.js';
import { NodeKeys } from './keys/node-keys.js';
import { Digests } from './tokens/digests.js';
import { KnownTokens } from './tokens/known-tokens.js';
import { TokenStore } from './tokens/token.store.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';
import { Tries } from './tokens/tries.js';

/** Who may do what. It is global: the guard of all routes asks it whose token it is. */
@Global()
@Module({
  imports: [HttpModule],
  controllers: [TokensController, KeysController, AuditController],
  providers: [
    adapterFor(TokenStore, {
      sqlite: () => import('./tokens/token.sqlite.js'),
      mongo: () => import('./tokens/token.mongo.js'),
    }),
    adapterFor(AuditStore, {
      sqlite: () => import('./audit/audit.sqlite.js'),
      mongo: () => import('./audit/audit.mongo.js'),
    }),
    adapterFor(NodeKeys, {
      sqlite: () => import('./keys/node-keys.sqlite.js'),
      mongo: () => import('./keys/node-keys.mongo.js'),
    }),
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    AdminTokenService,
    AuditLog,
    AuditService,
    Digests,
    KeysService,
    KnownTokens,
    { provide: TokenHolders, useExisting: KnownTokens },
    TokensService,
    Tries,
  ],
  exports: [AdminTokenService, AuditLog, Digests, KeysService, TokenHolders, Tries],
})
export class AccessModule {}
