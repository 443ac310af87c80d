import { sid } from '../../env/rules.js';
import { wrongFollowUpVariables } from '../follow-up-variables.js';
import { oneOf, type Setting, text, wholeNumber } from '../setting.js';
import { TEXT } from './texts.js';

/** The settings of what Twilio's Content API is used for: buttons, and the follow-up's template. */
export const TEMPLATES = {
  reply_buttons: {
    is: oneOf(['off', 'on']),
    default: 'off',
    description:
      'On WhatsApp, what an answer offers (yes or no, topics, a person) can be tapped. For this a few ' +
      "resources are made in the account's Content Template Builder; without them it is plain text.",
  },
  follow_up_content_sid: {
    is: text(34, sid('HX')),
    description:
      'The ContentSid of an approved template. It is sent once to who is still owed an answer when ' +
      'the 24-hour window is closed: who waits for a person, or whose answer could not be sent. ' +
      'Without one nothing is sent.',
  },
  follow_up_variables: {
    is: { ...text(1000, TEXT), wrong: wrongFollowUpVariables },
    description:
      'The values of its variables: `1={name|there}; 2=our shop`. `{name|there}` is the name that the ' +
      'sender shows on WhatsApp, and what stands there where none is known.',
  },
  follow_up_hours: {
    is: wholeNumber(24, 168),
    default: 24,
    description: 'So many hours after the last message of its sender it is sent.',
  },
} as const satisfies Record<string, Setting>;
