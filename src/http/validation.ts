import { Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { isUUID, ValidateIf, type ValidationError, type ValidatorOptions } from 'class-validator';
import { type FieldError, Problem, UNKNOWN_FIELD } from './problems/problem.js';

const EXACT = Symbol('exact');
/** What class-validator calls the rules that say what a value is. */
const TYPES = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject']);
/** Marks such a class in the document, until `withProblems` says it as OpenAPI does. */
export const EXACTLY = 'x-exactly';

/** On a request's class: a field that the class doesn't have is refused, not left out. */
export function Exact(): ClassDecorator {
  return (target) => {
    Reflect.defineMetadata(EXACT, true, target);
    ApiExtension(EXACTLY, true)(target);
  };
}

/** On a field that may be left out but not be null: a null would be stored as one. */
export function Omissible(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/**
 * Takes out of a text field what no reader sees and a store may refuse: a NUL is dropped, and half a
 * character becomes U+FFFD. The checks below it see what is left.
 */
export function Readable(): PropertyDecorator {
  return Transform(({ value }) => (typeof value === 'string' ? readable(value) : value));
}

export function readable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** The id in an address, in small letters, as ids are kept. Throws a `Problem` (400) for another. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUUID(value)) return value.toLowerCase();
    const errors = [{ field: 'id', message: 'must be a UUID' }];
    throw new Problem(400, 'Bad Request', 'id must be a UUID', { errors });
  }
}

/** Twilio's MessageSid, of what came in or of what was sent. */
export const MESSAGE_SID = /^[SM]M[0-9a-f]{32}$/;

/** Checks every request against its class; what is wrong comes back field by field. */
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({ transform: true, whitelist: true, exceptionFactory: invalid });
  }

  protected override validate(object: object, options?: ValidatorOptions) {
    const forbidNonWhitelisted = Reflect.getMetadata(EXACT, object.constructor) === true;
    return super.validate(object, { ...options, forbidNonWhitelisted });
  }
}

export function invalid(found: ValidationError[]): Problem {
  const errors = found.flatMap((error) => flatten(error));
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  return new Problem(400, 'Bad Request', detail, { errors });
}

/** Names one fault of each field only: the others mostly repeat it. */
function flatten({ property, constraints, children }: ValidationError, path = ''): FieldError[] {
  const field = path + property;
  const message = constraints && wording(constraints, property);
  const below = (children ?? []).flatMap((child) => flatten(child, `${field}.`));
  return message ? [{ field, message }, ...below] : below;
}

/** Prefers the fault of a wrong type: such a value is neither too long nor too small. */
function wording(constraints: Record<string, string>, property: string): string {
  if (constraints.whitelistValidation) return UNKNOWN_FIELD;
  const type = Object.keys(constraints).find((name) => TYPES.has(name));
  const message = type ? constraints[type] : Object.values(constraints)[0];
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
