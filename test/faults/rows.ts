import type { Row } from './row.js';
import { CALM } from './rows/calm.js';
import { KILLED } from './rows/killed.js';

/** All rows, in the order in which they run. */
export const ROWS: Row[] = [...CALM, ...KILLED];
