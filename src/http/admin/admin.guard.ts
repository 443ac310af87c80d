import {
  applyDecorators,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import { type ConsoleSession, ConsoleSessions, sessionCookieOf } from './console-sessions.js';
import { OwnPages } from './own-pages.js';
import { covers, notAllowed, type Scope, SCOPE } from './scope.js';
import { type TokenHolder, TokenHolders } from './token-holders.js';
import { unauthorized } from './unauthorized.js';

export const PUBLIC = 'recado:public';

/** A route or a controller that is served without a token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Marks a route that takes no cookie, in its metadata and, until `withProblems`, in the document. */
export const TOKEN_ONLY = 'x-token-only';

/** A route that only a token opens: what a page of ours has no business with. */
export const TokenOnly = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(TOKEN_ONLY, true), ApiExtension(TOKEN_ONLY, true));

/**
 * Every route wants a token, or the console's cookie from a page of ours, and the scope that it names
 * by `@Needs()`; but those marked `@Public()`. A route that names none wants `admin`.
 */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly holders: TokenHolders,
    private readonly sessions: ConsoleSessions,
    private readonly pages: OwnPages,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.isMarked(context, PUBLIC)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const holder = await (request.headers.authorization === undefined
      ? this.byCookie(request, context)
      : this.byToken(request));
    const needed = this.scopeOf(context);
    request.holder = holder;
    if (!covers(holder.scope, needed)) throw notAllowed(holder.name, holder.scope, needed);
    return true;
  }

  private async byToken(request: Request): Promise<TokenHolder> {
    const given = bearerOf(request);
    const holder = given && (await this.holders.holding(given, request.ip ?? ''));
    if (holder) return holder;
    throw unauthorized(SEND_TOKEN);
  }

  private async byCookie(request: Request, context: ExecutionContext): Promise<TokenHolder> {
    const session = await this.sessionOf(request);
    const holder = session && (await this.holders.marked(session.mark));
    if (!holder) throw unauthorized(SEND_TOKEN);
    if (this.isMarked(context, TOKEN_ONLY)) throw unauthorized(NOT_BY_COOKIE);
    request.consoleSession = session;
    // What is shown to whom has signed in is kept by no cache, of the browser or on the way.
    request.res!.setHeader('Cache-Control', 'no-store');
    return holder;
  }

  private async sessionOf(request: Request): Promise<ConsoleSession | undefined> {
    const cookie = sessionCookieOf(request);
    if (cookie === undefined) return undefined;
    if (!this.pages.made(request)) throw unauthorized(ANOTHER_PAGE);
    return this.sessions.find(cookie);
  }

  private scopeOf(context: ExecutionContext): Scope {
    return this.reflector.get<Scope | undefined>(SCOPE, context.getHandler()) ?? 'admin';
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    const where = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean>(mark, where);
  }
}

const SEND_TOKEN =
  'Send a token: `Authorization: Bearer …` (ADMIN_TOKEN, DATA_DIR/admin-token, or a named one).';
const NOT_BY_COOKIE = `The console's cookie does not do here. ${SEND_TOKEN}`;
const ANOTHER_PAGE =
  "The console's cookie counts only for the console's own pages: open it at PUBLIC_URL, or on the " +
  'machine where Recado runs.';

/** The token of `Authorization: Bearer …` (RFC 6750, section 2.1). */
function bearerOf(request: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
