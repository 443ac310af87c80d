import { Global, Module } from '@nestjs/common';
import { ConsoleSessions } from '../../http/admin/console-sessions.js';
import { HttpModule } from '../../http/http.module.js';
import { adapterFor } from '../../storage/storage.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { SignInService } from './sign-in.service.js';
import { SignInStore } from './sign-in.store.js';
import { StoredSessions } from './stored-sessions.js';
import { WhoService } from './who.service.js';

/** Signing in at the console. It is global: the guard of all routes asks it who has signed in. */
@Global()
@Module({
  imports: [HttpModule],
  controllers: [SessionController],
  providers: [
    adapterFor(SignInStore, {
      sqlite: () => import('./sign-in.sqlite.js'),
      mongo: () => import('./sign-in.mongo.js'),
    }),
    { provide: ConsoleSessions, useClass: StoredSessions },
    SessionCookie,
    SignInService,
    WhoService,
  ],
  exports: [ConsoleSessions, SignInService],
})
export class SignInModule {}
