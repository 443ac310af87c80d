import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type ParamData,
  SetMetadata,
} from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { Request } from 'express';
import { PUBLIC } from '../admin/admin.guard.js';
import { Problem, UNKNOWN_FIELD } from '../problems/problem.js';

/** Marks a route that takes any query, in its metadata and, until `withProblems`, in the document. */
export const ANY_QUERY = 'x-any-query';

/** A route whose callers may add a query of their own, such as a scraper's. */
export const AnyQuery = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ANY_QUERY, true), ApiExtension(ANY_QUERY, true));

/** A public route that takes no other query than the others do. */
export const OwnQuery = (): MethodDecorator => SetMetadata(ANY_QUERY, false);

/**
 * Refuses a query field that a route doesn't know, so that a misspelt filter isn't taken for none.
 * Public routes take any: the address that Twilio calls may carry the operator's own fields.
 */
@Injectable()
export class KnownQuery implements CanActivate {
  private readonly fields = new Map<unknown, ReadonlySet<string>>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { url, query } = context.switchToHttp().getRequest<Request>();
    if (!url.includes('?') || this.takesAny(context)) return true;
    const known = this.fieldsOf(context);
    const unknown = Object.keys(query).filter((name) => !known.has(name));
    if (unknown.length) throw notKnown(unknown);
    return true;
  }

  private takesAny(context: ExecutionContext): boolean {
    const where = [context.getHandler(), context.getClass()];
    const said = this.reflector.getAllAndOverride<boolean | undefined>(ANY_QUERY, where);
    return said ?? this.reflector.getAllAndOverride<boolean>(PUBLIC, where);
  }

  private fieldsOf(context: ExecutionContext): ReadonlySet<string> {
    const handler = context.getHandler();
    const known = this.fields.get(handler) ?? new Set(declared(context.getClass(), handler.name));
    this.fields.set(handler, known);
    return known;
  }
}

interface Argument {
  index: number;
  /** The one field that is asked for; without it, all that the argument's class has. */
  data?: ParamData;
}

/** The query fields that a handler's arguments name. */
function declared({ prototype }: { prototype: object }, method: string): string[] {
  const types = Reflect.getMetadata('design:paramtypes', prototype, method) as (new () => object)[];
  const all = Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, method) ?? {};
  const queries = Object.entries<Argument>(all).filter(
    ([kind]) => Number.parseInt(kind) === RouteParamtypes.QUERY,
  );
  return queries.flatMap(([, { index, data }]) =>
    typeof data === 'string' ? data : validated(types[index]),
  );
}

function validated(type: new () => object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return rules.map(({ propertyName }) => propertyName);
}

function notKnown(fields: string[]): Problem {
  const errors = fields.map((field) => ({ field, message: UNKNOWN_FIELD }));
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  return new Problem(400, 'Bad Request', detail, { errors });
}
