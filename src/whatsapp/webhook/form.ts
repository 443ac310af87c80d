/// <reference lib="es2024.string" />
/** A parsed form: a field that came more than once is an array. */
export type Form = Record<string, string | string[] | undefined>;

/** A field's first value that is not empty; undefined when it has none. */
export function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value.find(Boolean) : value) || undefined;
}

/** Finds the texts that need cleaning: most have none of these. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * Cleans a sender's text of characters that no reader sees and a store may refuse: it removes NUL and
 * control characters and replaces lone surrogates by U+FFFD. Line breaks (as `\n`), tabs and all
 * other characters stay.
 */
export function clean(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (!CONTROL.test(whole)) return whole;
  return whole.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}
