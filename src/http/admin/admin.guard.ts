import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AdminToken } from './admin-token.js';
import { Problem } from '../problems/problem.js';

export const PUBLIC = 'recado:public';

/** A route or a controller that is served without the admin token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Every route wants the admin token, but those marked `@Public()`. */
@Injectable()
export class AdminGuard implements CanActivate {
  private readonly wanted: Buffer;

  constructor(
    private readonly reflector: Reflector,
    token: AdminToken,
  ) {
    this.wanted = digest(token.value);
  }

  canActivate(context: ExecutionContext): boolean {
    const where = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, where)) return true;
    const given = bearerOf(context.switchToHttp().getRequest<Request>());
    if (given !== undefined && timingSafeEqual(digest(given), this.wanted)) return true;
    throw unauthorized();
  }
}

/** The token of `Authorization: Bearer …` (RFC 6750, section 2.1). */
function bearerOf(request: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function unauthorized(): Problem {
  const detail =
    'Send the admin token: `Authorization: Bearer …` (ADMIN_TOKEN, or DATA_DIR/admin-token).';
  const headers = { 'WWW-Authenticate': 'Bearer realm="recado"' };
  return new Problem(401, 'Unauthorized', detail, { headers });
}

/** Makes both sides equally long, so that the time of the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
