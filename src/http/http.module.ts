import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AdminGuard } from './admin/admin.guard.js';
import { AdminToken } from './admin/admin-token.js';
import { HttpShutdown } from './edge/http-shutdown.js';

/** The admin guard on every route, and the end of the server. The rest is in `useHttp`. */
@Module({
  providers: [AdminToken, HttpShutdown, { provide: APP_GUARD, useClass: AdminGuard }],
  exports: [AdminToken],
})
export class HttpModule {}
