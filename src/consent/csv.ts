import type { ConsentView } from './consent.dto.js';

const COLUMNS = [
  'id',
  'at',
  'kind',
  'by',
  'address',
  'words',
  'message_sid',
  'opt_out_type',
  'code',
  'call',
  'reason',
  'conversation_id',
  'person',
  'erased_at',
] as const satisfies (keyof ConsentView)[];

/** The first line. */
export const HEADINGS = `${COLUMNS.join(',')}\r\n`;

/** A record as a line: each field quoted, by RFC 4180. */
export function rowOf(record: ConsentView): string {
  return `${COLUMNS.map((column) => quoted(record[column])).join(',')}\r\n`;
}

/**
 * A spreadsheet runs what begins like a formula; a quotation mark in front has it show the text. The
 * JSON list has the words as they were.
 */
function quoted(value: string | number | null): string {
  const text = String(value ?? '');
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^\+\d+$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
