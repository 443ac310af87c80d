/// <reference lib="es2024.string" />
/** A form as the parser leaves it: a field that came more than once is an array. */
export type Form = Record<string, string | string[] | undefined>;

/** The first value that is not empty; undefined when there is none. */
export function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value.find(Boolean) : value) || undefined;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * What a sender wrote, without what no reader sees and a store may choke on: NUL and control
 * characters go, lone surrogates become U+FFFD. Line breaks (as `\n`), tabs and all the rest of
 * Unicode stay.
 */
export function clean(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (!CONTROL.test(whole)) return whole;
  return whole.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}
