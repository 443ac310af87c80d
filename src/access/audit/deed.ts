import type { ExecutionContext, ParamData } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { getMetadataStorage } from 'class-validator';
import type { Request } from 'express';
import type { Deed } from './audit-log.js';

/** What an address may name: ids, and words that we made. Anything else could be somebody's number. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What a request sets out to do: its route, the ids in its address, the names of its body's fields. */
export function deedOf(context: ExecutionContext, request: Request): Deed {
  const { method, params, body } = request;
  const template = (request.route as { path: string }).path;
  const ids = Object.values(params).flatMap((one) => (ID.test(String(one)) ? String(one) : []));
  const known = fieldsOf(context);
  const given = body && typeof body === 'object' ? Object.keys(body as object) : [];
  return {
    action: `${method} ${template}`,
    target: ids.length ? ids.join('/') : null,
    // A name that the class doesn't know may be anything, and is refused a little later.
    fields: given.filter((name) => known.has(name)).sort(),
  };
}

/** The fields of a handler's body. */
function fieldsOf(context: ExecutionContext): ReadonlySet<string> {
  const { prototype } = context.getClass();
  const { name } = context.getHandler();
  const types = Reflect.getMetadata('design:paramtypes', prototype as object, name) as Type[];
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {}) as object;
  const bodies = Object.entries<{ index: number; data?: ParamData }>(all as never).filter(
    ([kind]) => Number.parseInt(kind) === RouteParamtypes.BODY,
  );
  const rules = bodies.flatMap(([, { index }]) =>
    getMetadataStorage().getTargetValidationMetadatas(types[index], '', false, false),
  );
  return new Set(rules.map(({ propertyName }) => propertyName));
}

type Type = new () => object;
