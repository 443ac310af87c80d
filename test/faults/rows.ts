import type { Row } from './row.js';
import { CALM } from './rows/calm.js';
import { KILLED } from './rows/killed.js';
import { CALLBACKS } from './rows/callbacks.js';
import { PEOPLE_ACT } from './rows/people.js';
import { POISON } from './rows/poison.js';
import { WEBHOOKS } from './rows/webhooks.js';
import { MONGO } from './rows/mongo.js';
import { NODES } from './rows/nodes.js';
import { DISK } from './rows/disk.js';
import { MISSED } from './rows/missed.js';
import { SCHEMA } from './rows/schema.js';
import { MODEL } from './rows/model.js';
import { STEPS } from './rows/steps.js';
import { TWILIO } from './rows/twilio.js';

/** All rows, in the order in which they run. */
export const ROWS: Row[] = [
  ...CALM,
  ...KILLED,
  ...STEPS,
  ...MODEL,
  ...TWILIO,
  ...WEBHOOKS,
  ...CALLBACKS,
  ...PEOPLE_ACT,
  ...POISON,
  ...NODES,
  ...MONGO,
  ...DISK,
  ...SCHEMA,
  ...MISSED,
];
