import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuditLog } from '../../access/audit/audit-log.js';
import { Digests } from '../../access/tokens/digests.js';
import { Tries } from '../../access/tokens/tries.js';
import { Clock, iso } from '../../clock.js';
import { Endpoints } from '../../config/endpoints.js';
import { isLoopback } from '../../env/env.js';
import { type ConsoleSession, sessionCookieOf } from '../../http/admin/console-sessions.js';
import { OwnPages } from '../../http/admin/own-pages.js';
import { type TokenHolder, TokenHolders } from '../../http/admin/token-holders.js';
import { unauthorized } from '../../http/admin/unauthorized.js';
import { Problem } from '../../http/problems/problem.js';
import type { NewSession, SignInLink } from './session.dto.js';
import { SessionCookie } from './session-cookie.js';
import { SignInStore } from './sign-in.store.js';

/** Milliseconds for which a link works. */
const LINK_MS = 10 * 60_000;
/** Milliseconds for which somebody stays signed in. */
const SESSION_MS = 12 * 60 * 60_000;

/** For the audit log: the route is public, so nobody else keeps it. */
const SIGNING_IN = { action: 'POST /api/v1/session', target: null, fields: [] };

/** Somebody who has just signed in. */
export interface Begun {
  session: ConsoleSession;
  holder: TokenHolder;
}

/** Lets people in at the console, and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly store: SignInStore,
    private readonly holders: TokenHolders,
    private readonly digests: Digests,
    private readonly pages: OwnPages,
    private readonly tries: Tries,
    private readonly cookie: SessionCookie,
    private readonly endpoints: Endpoints,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a link with a one-time code, which lets in as the token's holder may. The code is in its
   * fragment, which no server and no log sees.
   */
  async link(by: TokenHolder = this.holders.admin): Promise<SignInLink> {
    const code = secret();
    const expiresAt = this.clock.now() + LINK_MS;
    const [id, mark] = [await this.digests.of('code', code), await this.holders.markOf(by)];
    await this.store.keepCode(id, expiresAt, mark);
    const { publicUrl, localUrl } = this.endpoints;
    const base = isLoopback(publicUrl) ? localUrl : publicUrl;
    return { url: `${base}/console/sign-in#code=${code}`, expires_at: iso(expiresAt) };
  }

  /**
   * Signs somebody in, and gives the answer the cookie. Throws a `Problem`: 400 for neither or both of
   * the proofs, 403 when no page of ours asks, 429 after too many wrong ones, 401 for a wrong one,
   * which doesn't say what is wrong with it.
   */
  async begin(given: NewSession, request: Request): Promise<Begun> {
    if ((given.code === undefined) === (given.token === undefined)) throw oneOfTwo();
    if (!this.pages.made(request)) throw anotherPage();
    const holder = await this.proved(given, request.ip ?? '');
    if (!holder) throw unauthorized(NOT_TAKEN);
    await this.forget(sessionCookieOf(request));
    const value = secret();
    const session = await this.newSession(value, given, holder);
    const entry = await this.audit.begin(SIGNING_IN, request, holder);
    await this.store.keepSession(session);
    await this.audit.end(entry, 201);
    this.cookie.give(request, value, SESSION_MS);
    return { session, holder };
  }

  /** Signs out, on each node. Who has come by the admin token has nothing to end. */
  async end(request: Request): Promise<void> {
    if (request.consoleSession) await this.store.endSession(request.consoleSession.id);
    this.cookie.takeBack(request);
  }

  /** Whose token or link it is. */
  private async proved(
    { code, token }: NewSession,
    address: string,
  ): Promise<TokenHolder | undefined> {
    if (token !== undefined) return this.holders.holding(token, address);
    let holder: TokenHolder | undefined;
    await this.tries.of(address, async () => {
      const mark = await this.store.takeCode(
        await this.digests.of('code', code!),
        this.clock.now(),
      );
      holder = mark === undefined ? undefined : await this.holders.marked(mark);
      return holder !== undefined;
    });
    return holder;
  }

  private async newSession(
    value: string,
    { code }: NewSession,
    holder: TokenHolder,
  ): Promise<ConsoleSession> {
    const [id, mark] = [await this.digests.of('cookie', value), await this.holders.markOf(holder)];
    const signedInBy = code === undefined ? 'token' : 'link';
    return { id, signedInBy, expiresAt: this.clock.now() + SESSION_MS, mark };
  }

  /** Ends the session that the browser had: nobody would ever sign it out. */
  private async forget(cookie: string | undefined): Promise<void> {
    if (cookie) await this.store.endSession(await this.digests.of('cookie', cookie));
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
