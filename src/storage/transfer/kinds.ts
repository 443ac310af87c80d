import type { SchemaType } from 'mongoose';
import type { Kind } from './values.js';

/** What a column's type and a field's have in common. */
const KINDS: Record<string, Record<string, Kind>> = {
  TEXT: {
    String: 'text',
    Mixed: 'json',
    Array: 'json',
    Map: 'json',
    Embedded: 'json',
    DocumentArray: 'json',
  },
  INTEGER: { Number: 'number', Boolean: 'boolean', Date: 'time', Mixed: 'position' },
  REAL: { Number: 'number' },
  BLOB: { Buffer: 'bytes' },
};

/** Undefined where the two don't fit, or there is no such field. */
export function kindOf(type: string, field: SchemaType | undefined): Kind | undefined {
  return field && KINDS[type.toUpperCase()]?.[field.instance];
}
