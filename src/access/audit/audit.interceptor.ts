import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, concatMap, defer, from, map, type Observable, throwError } from 'rxjs';
import { AUDITED } from '../../http/admin/audited.js';
import { type Scope, SCOPE } from '../../http/admin/scope.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import { AuditLog } from './audit-log.js';
import { deedOf } from './deed.js';

const LOOKS = new Set(['GET', 'HEAD']);

/** Keeps every action of the admin API in the audit log: before it begins, and with what came of it. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AuditLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    // Without a holder it is a public route.
    if (!request.holder || !this.isKept(context, request)) return next.handle();
    const deed = deedOf(context, request);
    const begun = defer(() => from(this.log.begin(deed, request, request.holder!)));
    return begun.pipe(concatMap((id) => this.done(id, request, next)));
  }

  private done(id: string, { res }: Request, next: CallHandler): Observable<unknown> {
    const ended = (status: number) => from(this.log.end(id, status));
    return next.handle().pipe(
      concatMap((answer) => ended(res!.statusCode).pipe(map(() => answer as unknown))),
      catchError((error: unknown) =>
        ended(statusOf(error)).pipe(concatMap(() => throwError(() => error))),
      ),
    );
  }

  private isKept(context: ExecutionContext, { method }: Request): boolean {
    const handler = context.getHandler();
    const marked = this.reflector.get<boolean | undefined>(AUDITED, handler);
    const scope = this.reflector.get<Scope | undefined>(SCOPE, handler);
    return marked ?? (!LOOKS.has(method) && scope !== 'read');
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return isStorageFailure(error) ? 503 : 500;
}
