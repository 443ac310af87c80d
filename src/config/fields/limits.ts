import { type Setting, wholeNumber } from '../setting.js';

/** For a limit of tokens. */
const MOST_TOKENS = 1_000_000_000_000;

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
  trace_days: {
    is: wholeNumber(0, 365),
    default: 30,
    description:
      'Days for which it is kept what each answer was made from: the passages, the prompt, what a ' +
      'model wrote. 0: nothing of it is kept.',
  },
} as const satisfies Record<string, Setting>;
