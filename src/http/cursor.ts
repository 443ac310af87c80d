/** What is wrong with a cursor, behind its field's name. */
export const NO_CURSOR = 'is not one that a page gave';

/** A cursor that no page of the list gave. Its caller hears of it as a problem (400). */
export class BadCursor extends RangeError {
  override name = 'BadCursor';

  constructor() {
    super(NO_CURSOR);
  }
}

/** The parts of a cursor, as `form` groups them. Throws a `BadCursor` for one of another form. */
export function partsOf(cursor: string, form: RegExp): string[] {
  const found = form.exec(cursor);
  if (!found) throw new BadCursor();
  return found.slice(1);
}

/** Also of one that was thrown in another thread: its class is lost on the way, its name isn't. */
export function isBadCursor(error: unknown): error is RangeError {
  return error instanceof RangeError && error.name === 'BadCursor';
}
