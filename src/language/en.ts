import { enTime } from './en-time.js';
import { enSearch } from './search/en.js';
import type { Words } from './words.js';

/** English. */
export const en: Words = {
  name: 'English',
  search: enSearch,

  asking: {
    interrogatives:
      "what|what's|which|who|whose|when|where|where's|why|how|how's|do|does|did|is|are|was|can|" +
      'could|may|will|would|should|have|has|any',
    and: 'and|or|also|plus',
    price: 'price',
    free: 'free|included|no charge|no cost|complimentary',
    yes: 'yes|y|x|✓|✔|✅|☑|available|included',
    no: 'no|n|-|–|—|✗|✘|❌|none|unavailable',
    without: "without|no|not|free of|free|don't|doesn't|isn't|aren't|non",
    openingHours: 'opening hours',
  },

  phrases: {
    greeting: 'hello|hi there|hi|hey|good morning|good afternoon|good evening|how are you',
    thanks: 'thank you so much|thank you very much|thank you|thanks a lot|many thanks|thanks|thx',
    goodbye: 'goodbye|good night|bye bye|bye|see you later|see you soon|see you',
    assent: 'ok|okay|great|perfect|alright|all right|got it|sounds good|cool',
    // Twilio's own help keywords (https://www.twilio.com/docs/messaging/features/opt-out).
    help: 'help|info',
    connectives: 'and|or|but|then|what about|how about',
  },

  lines: {
    greeting: (name) => `Hello! I'm ${name}. How can I help you?`,
    thanks: () => "You're welcome! If you need anything else, I'm here.",
    goodbye: () => "See you soon! I'm here whenever you need me.",
    assent: () => 'Great! If you need anything else, write to me.',
    help: (name) =>
      `I'm ${name}: ask me what you want to know. To get no more messages, send STOP.`,
  },

  time: enTime,
  unknown: "I don't have that information.",
  unknownAbout: (question) => `I have no information about “${question}”.`,
  more: (rows) =>
    `… There ${rows === 1 ? 'is' : 'are'} ${rows ? `${rows} more` : 'more'}: ask me about what you want to know.`,
  topicsLead: 'I can help you with:',
  fallback: "I can't answer right now. Please try again in a few minutes.",
  rateLimited: 'You have sent many messages in a short time. Please wait a minute and write again.',

  consent: {
    // Twilio's own keywords (https://www.twilio.com/docs/messaging/features/opt-out).
    stop: 'stop|stopall|stop all|unsubscribe|end|quit|cancel|revoke|optout|opt out',
    start: 'start|unstop|yes|subscribe|optin|opt in',
    usedByAll: true,
    stopped: 'You will get no more messages from us. To get them again, send START.',
    started: 'You will get our messages again. To stop them, send STOP.',
  },
};
