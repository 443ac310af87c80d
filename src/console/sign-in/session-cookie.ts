import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request } from 'express';
import { SESSION_COOKIE } from '../../http/admin/console-sessions.js';
import { OwnPages } from '../../http/admin/own-pages.js';

/** The console's cookie: no script reads it, and no page of another site has it sent. */
@Injectable()
export class SessionCookie {
  constructor(private readonly pages: OwnPages) {}

  /** Has the answer to a request of one of our pages give it, for so many milliseconds. */
  give(request: Request, value: string, maxAge: number): void {
    request.res!.cookie(SESSION_COOKIE, value, { ...this.options(request), maxAge });
  }

  takeBack(request: Request): void {
    request.res!.clearCookie(SESSION_COOKIE, this.options(request));
  }

  private options(request: Request): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', ...this.pages.placeOf(request) };
  }
}
