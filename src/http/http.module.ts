import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AdminGuard } from './admin/admin.guard.js';
import { AdminToken } from './admin/admin-token.js';
import { OwnPages } from './admin/own-pages.js';
import { KnownQuery } from './edge/known-query.guard.js';
import { HttpShutdown } from './edge/http-shutdown.js';

/** The guards of every route, in their order, and the end of the server. The rest is in `useHttp`. */
@Module({
  providers: [
    AdminToken,
    OwnPages,
    HttpShutdown,
    { provide: APP_GUARD, useClass: AdminGuard },
    { provide: APP_GUARD, useClass: KnownQuery },
  ],
  exports: [AdminToken, OwnPages],
})
export class HttpModule {}
