import { LOG_LEVELS } from '../../env/parts/watching.js';
import { oneOf, type Setting } from '../setting.js';

/** The settings of what an operator watches. */
export const WATCHING = {
  log_level: {
    is: oneOf(LOG_LEVELS),
    env: 'LOG_LEVEL',
    description:
      'What the log tells: this and all that is worse. It changes at once, without a new start; debug ' +
      'and trace say more of the work, and nothing that anybody wrote.',
  },
} as const satisfies Record<string, Setting>;
