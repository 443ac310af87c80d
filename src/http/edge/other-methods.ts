import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { NotFoundException } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import type { Routes } from './routes.js';

/** 405 in place of Nest's own 404, where a route takes another method; else undefined. */
export function otherMethod(error: unknown, request: Request, routes: Routes): Problem | undefined {
  if (!isUnrouted(error)) return undefined;
  const allowed = routes.methodsAt(request.path);
  if (!allowed.length || allowed.includes(request.method)) return undefined;
  const methods = allowed.join(', ');
  const detail = `This address takes ${methods} only.`;
  return new Problem(405, 'Method Not Allowed', detail, { headers: { Allow: methods } });
}

/** Whether no route took the request. A route's own 404 is a `Problem`. */
export function isUnrouted(error: unknown): error is NotFoundException {
  return error instanceof NotFoundException && error.message.startsWith('Cannot ');
}

/**
 * On a GET that does something: Express would answer HEAD by it, and HEAD must do nothing. It is
 * answered as if no route took it.
 */
@Injectable()
export class NoHead implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'HEAD') throw new NotFoundException('Cannot HEAD here');
    return true;
  }
}
