/**
 * Reads the JSON of a column: undefined where there is none, and `otherwise` where it is no JSON.
 * Nothing is thrown, because a row that can't be read must not stop what else is read with it.
 */
export function jsonIn(column: unknown, otherwise?: unknown): any {
  if (column === null || column === undefined) return undefined;
  try {
    return JSON.parse(column as string);
  } catch {
    return otherwise;
  }
}
