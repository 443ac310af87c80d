import { Transform } from 'class-transformer';

/**
 * Of a text field: without what no reader sees and a store may choke on. NUL goes, half a character
 * becomes U+FFFD. Write it above the checks of what is left.
 */
export function Readable(): PropertyDecorator {
  return Transform(({ value }) => (typeof value === 'string' ? readable(value) : value));
}

export function readable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
