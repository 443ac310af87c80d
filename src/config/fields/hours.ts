import { isTimeZone, TIME_ZONE_MESSAGE } from '../../env/rules.js';
import { wrongOpeningHours } from '../opening-hours/syntax.js';
import { type Setting, text } from '../setting.js';
import { NAME, TEXT } from './texts.js';

/** The settings of the business's time. */
export const HOURS = {
  time_zone: {
    is: { ...text(64, NAME), wrong: (zone) => (isTimeZone(zone) ? undefined : TIME_ZONE_MESSAGE) },
    env: 'TIME_ZONE',
    description: 'The business\'s time zone (IANA), such as Europe/Madrid: what "today" is.',
  },
  opening_hours: {
    is: { ...text(2000, TEXT), wrong: wrongOpeningHours },
    description:
      "The business's hours as OpenStreetMap writes them: " +
      '`Mo-Fr 07:30-20:00; Sa 08:00-15:00; Su,PH off; Dec 24,31 08:00-13:00; Aug 01-15 off`. ' +
      'Without them the hours are those of the documents.',
  },
} as const satisfies Record<string, Setting>;
