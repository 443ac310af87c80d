import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock, iso } from '../../clock.js';
import { Endpoints } from '../../config/endpoints.js';
import { isLoopback } from '../../env/env.js';
import { AdminToken } from '../../http/admin/admin-token.js';
import { type ConsoleSession, sessionCookieOf } from '../../http/admin/console-sessions.js';
import { OwnPages } from '../../http/admin/own-pages.js';
import { unauthorized } from '../../http/admin/unauthorized.js';
import { Problem } from '../../http/problems/problem.js';
import type { NewSession, SignInLink } from './session.dto.js';
import { SessionCookie } from './session-cookie.js';
import { SignInStore } from './sign-in.store.js';
import { Tries } from './tries.js';

/** Milliseconds for which a link works. */
const LINK_MS = 10 * 60_000;
/** Milliseconds for which somebody stays signed in. */
const SESSION_MS = 12 * 60 * 60_000;

/** Lets people in at the console, and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly store: SignInStore,
    private readonly token: AdminToken,
    private readonly pages: OwnPages,
    private readonly tries: Tries,
    private readonly cookie: SessionCookie,
    private readonly endpoints: Endpoints,
    private readonly clock: Clock,
  ) {}

  /** Makes a link with a one-time code. The code is in its fragment, which no server and no log sees. */
  async link(): Promise<SignInLink> {
    const code = secret();
    const expiresAt = this.clock.now() + LINK_MS;
    await this.store.keepCode(this.token.nameOf(code), expiresAt);
    const { publicUrl, localUrl } = this.endpoints;
    const base = isLoopback(publicUrl) ? localUrl : publicUrl;
    return { url: `${base}/console/sign-in#code=${code}`, expires_at: iso(expiresAt) };
  }

  /**
   * Signs somebody in, and gives the answer the cookie. Throws a `Problem`: 400 for neither or both of
   * the proofs, 403 when no page of ours asks, 429 after too many wrong ones, 401 for a wrong one,
   * which doesn't say what is wrong with it.
   */
  async begin(given: NewSession, request: Request): Promise<ConsoleSession> {
    if ((given.code === undefined) === (given.token === undefined)) throw oneOfTwo();
    if (!this.pages.made(request)) throw anotherPage();
    const right = await this.tries.of(request.ip ?? '', () => this.proves(given));
    if (!right) throw unauthorized(NOT_TAKEN);
    await this.forget(sessionCookieOf(request));
    const value = secret();
    const session = this.newSession(value, given);
    await this.store.keepSession(session);
    this.cookie.give(request, value, SESSION_MS);
    return session;
  }

  /** Signs out, on each node. Who has come by the admin token has nothing to end. */
  async end(request: Request): Promise<void> {
    if (request.consoleSession) await this.store.endSession(request.consoleSession.id);
    this.cookie.takeBack(request);
  }

  private async proves({ code, token }: NewSession): Promise<boolean> {
    if (token !== undefined) return this.token.is(token);
    return this.store.takeCode(this.token.nameOf(code!), this.clock.now());
  }

  private newSession(value: string, { code }: NewSession): ConsoleSession {
    const id = this.token.nameOf(value);
    const signedInBy = code === undefined ? 'token' : 'link';
    return { id, signedInBy, expiresAt: this.clock.now() + SESSION_MS };
  }

  /** Ends the session that the browser had: nobody would ever sign it out. */
  private async forget(cookie: string | undefined): Promise<void> {
    if (cookie) await this.store.endSession(this.token.nameOf(cookie));
  }
}

/** 256 bits, so that nobody finds one by guessing. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

const NOT_TAKEN =
  'That does not sign you in. A link works once, for ten minutes: `npx recado login` prints a new one.';

function oneOfTwo(): Problem {
  const message = 'or token must be there, and not both';
  const errors = [{ field: 'code', message }];
  return new Problem(400, 'Bad Request', `code ${message}`, { errors });
}

function anotherPage(): Problem {
  return new Problem(
    403,
    'Forbidden',
    "Sign in on the console's own page: at PUBLIC_URL, or on the machine where Recado runs. If a proxy " +
      'gives it another address, set PUBLIC_URL to that one.',
  );
}
