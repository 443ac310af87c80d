import { Global, Module } from '@nestjs/common';
import { TokenHolders } from '../http/admin/token-holders.js';
import { HttpModule } from '../http/http.module.js';
import { adapterFor } from '../storage/storage.js';
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
  controllers: [TokensController],
  providers: [
    adapterFor(TokenStore, {
      sqlite: () => import('./tokens/token.sqlite.js'),
      mongo: () => import('./tokens/token.mongo.js'),
    }),
    Digests,
    KnownTokens,
    { provide: TokenHolders, useExisting: KnownTokens },
    TokensService,
    Tries,
  ],
  exports: [Digests, TokenHolders, Tries],
})
export class AccessModule {}
