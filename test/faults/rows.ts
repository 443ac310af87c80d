import type { Row } from './row.js';
import { CALM } from './rows/calm.js';
import { KILLED } from './rows/killed.js';
import { MODEL } from './rows/model.js';
import { STEPS } from './rows/steps.js';
import { TWILIO } from './rows/twilio.js';

/** All rows, in the order in which they run. */
export const ROWS: Row[] = [...CALM, ...KILLED, ...STEPS, ...MODEL, ...TWILIO];
