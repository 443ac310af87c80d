import type { LineId } from './line.js';

/** Stands in no address: of a sender's, whatever its form, control characters are taken out. */
const BETWEEN = '\u001f';

/**
 * An address on a line: what the sessions are kept by (`wa_id`), so that who writes to two lines has a
 * conversation on each. On the default line it is the address itself.
 */
export type LineAddress = string;

export function onLine(address: string, line?: LineId): LineAddress {
  return line === undefined ? address : address + BETWEEN + line;
}

/** The address of a sender, without the line. */
export function addressIn(of: LineAddress): string {
  return of.split(BETWEEN, 1)[0];
}

/** The line of an address; undefined for the default one. */
export function lineIn(of: LineAddress): LineId | undefined {
  return of.split(BETWEEN)[1];
}
