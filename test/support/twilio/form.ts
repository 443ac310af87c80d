import { parse, stringify } from 'node:querystring';

/** A form's fields: a list is one that comes more than once, what is undefined doesn't come. */
export type Fields = Record<string, string | string[] | undefined>;

export function formOf(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return stringify(Object.fromEntries(given) as Record<string, string | string[]>);
}

/** What a reader makes of a form, all of it. */
export function fieldsOf(form: string | Buffer) {
  return parse(String(form), '&', '=', { maxKeys: 0 });
}
