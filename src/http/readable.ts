import { Transform } from 'class-transformer';

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
