import { amount, oneOf, type Setting, wholeNumber } from '../setting.js';

/** For a limit of tokens. */
const MOST_TOKENS = 1_000_000_000_000;
/** For a limit of money, in any currency. */
const MOST_MONEY = 1_000_000_000;
const MOST_DAYS = 3650;

/** What may happen once a budget is spent. */
export const OVER_BUDGET = ['extractive', 'person', 'silence'] as const;

const MONEY = 'By MODEL_PRICES and MESSAGE_PRICES, in their currency. 0: no limit.';

/** The settings of what is used and kept. */
export const LIMITS = {
  daily_tokens: {
    is: wholeNumber(0, MOST_TOKENS),
    default: 0,
    description:
      "Tokens of the chat model, in and out, of one day by the business's time zone. When they are " +
      "used up, answers are in the documents' words until the next day. 0: no limit.",
  },
  daily_tokens_per_sender: {
    is: wholeNumber(0, MOST_TOKENS),
    default: 0,
    description: 'The same for the tokens of one conversation.',
  },
  rate_limit_per_minute: { is: wholeNumber(1, 1_000_000), env: 'RATE_LIMIT_PER_MINUTE' },
  daily_answers_per_sender: {
    is: wholeNumber(0, 1_000_000),
    default: 0,
    description:
      "Turns of one sender that are answered on a day of the business's. What comes then is kept, with " +
      'one notice a day. 0: no limit.',
  },
  daily_cost_per_sender: {
    is: amount(0, MOST_MONEY),
    default: 0,
    description: `What models and messages may cost for one sender on a day. ${MONEY}`,
  },
  daily_budget: {
    is: amount(0, MOST_MONEY),
    default: 0,
    description: `What models and messages may cost on a day in all. ${MONEY}`,
  },
  monthly_budget: {
    is: amount(0, MOST_MONEY),
    default: 0,
    description: `The same for a month. ${MONEY}`,
  },
  over_budget: {
    is: oneOf(OVER_BUDGET),
    default: 'extractive',
    description:
      'What happens once a budget, or daily_cost_per_sender, is spent: no model is asked, and answers ' +
      "are in the documents' words (extractive), which still are messages; each sender is told that a " +
      'person will answer, and waits for one (person); or each is told once a day that there is no ' +
      'answer for now, and what they write is kept (silence).',
  },
  trace_days: {
    is: wholeNumber(0, 365),
    default: 30,
    description:
      'Days for which it is kept what each answer was made from: the passages, the prompt, what a ' +
      'model wrote. 0: nothing of it is kept.',
  },
  retention_days: {
    is: wholeNumber(0, MOST_DAYS),
    default: 0,
    description:
      'Days for which messages are kept, with their answers, sends and media. 1 counts as 2: Twilio ' +
      'may repeat a message so long. What waits, is in work, or is in the failures stays, and so does ' +
      'an opt-out. 0: all is kept.',
  },
} as const satisfies Record<string, Setting>;
