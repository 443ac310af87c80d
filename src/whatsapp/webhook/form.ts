/** A form as the parser leaves it: a field that came more than once is an array. */
export type Form = Record<string, string | string[] | undefined>;

/** The first value that is not empty; undefined when there is none. */
export function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value.find(Boolean) : value) || undefined;
}
