import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Problem } from '../problems/problem.js';

/** What a token may: look, work with people and documents, or everything. Each has those before it. */
export const SCOPES = ['read', 'operate', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Marks the scope that a route wants, in its metadata and in the document. */
export const SCOPE = 'x-scope';

/** On each route behind the guard: the least scope that opens it. Without one it wants `admin`. */
export const Needs = (scope: Scope): MethodDecorator =>
  applyDecorators(SetMetadata(SCOPE, scope), ApiExtension(SCOPE, scope));

export function covers(has: Scope, needed: Scope): boolean {
  return SCOPES.indexOf(has) >= SCOPES.indexOf(needed);
}

/** The refusal (403) of who is known and may not. */
export function notAllowed(name: string, has: Scope, needed: Scope): Problem {
  return new Problem(
    403,
    'Forbidden',
    `This wants the scope ${needed}; ${name} has ${has}. Use another token: who has the scope admin ` +
      'makes one (`npx recado tokens create`).',
  );
}
