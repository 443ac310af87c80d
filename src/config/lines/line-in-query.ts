import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';
import { ANY_LINE } from './line.js';

export const LINE_MESSAGE =
  'must be a number such as +15005550006, the SID of a Messaging Service, or default';

/** A line that a query names: there, a plus that isn't written as %2B arrives as a space. */
export function LineInQuery(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.replace(/^ (?=\d)/, '+') : value)),
    Matches(ANY_LINE, { message: LINE_MESSAGE }),
  );
}
