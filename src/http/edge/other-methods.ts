import { type CanActivate, type ExecutionContext, NotFoundException } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import { methodsAt } from './routes.js';

/** Nest's own error for what no route took, where another method would have been taken. */
export function unmet(error: unknown, request: Request): Problem | undefined {
  if (!isUnrouted(error)) return undefined;
  const allowed = methodsAt(request);
  if (!allowed.length || allowed.includes(request.method)) return undefined;
  return methodNotAllowed(allowed);
}

/** Not a route's own 404, which is a `Problem`. */
export function isUnrouted(error: unknown): error is NotFoundException {
  return error instanceof NotFoundException && error.message.startsWith('Cannot ');
}

function methodNotAllowed(allowed: string[]): Problem {
  const methods = allowed.join(', ');
  const detail = `This address takes ${methods} only.`;
  return new Problem(405, 'Method Not Allowed', detail, { headers: { Allow: methods } });
}

/** On a GET that does something: Express would answer HEAD by it, and HEAD must do nothing. */
@Injectable()
export class NoHead implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method !== 'HEAD') return true;
    throw methodNotAllowed(methodsAt(request));
  }
}
