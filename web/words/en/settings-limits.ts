/** What the settings of limits are called. */
export const limits = {
  rate_limit_per_minute: {
    label: 'Messages a minute',
    hint: 'Of one sender that are answered. More are kept.',
  },
  daily_tokens: {
    label: 'Tokens a day',
    hint: 'Of the model, for all. Then answers are in the documents’ words until the next day. 0: no limit.',
  },
  daily_tokens_per_sender: { label: 'Tokens a day for one conversation', hint: '0: no limit.' },
  daily_answers_per_sender: {
    label: 'Answers a day for one sender',
    hint: 'More is kept, with one notice a day. 0: no limit.',
  },
  daily_cost_per_sender: {
    label: 'Cost a day for one sender',
    hint: 'Of models and messages, in the currency of your prices. 0: no limit.',
  },
  daily_budget: { label: 'Budget a day', hint: 'Of models and messages together. 0: no limit.' },
  monthly_budget: { label: 'Budget a month', hint: '0: no limit.' },
  over_budget: {
    label: 'Once it is spent',
    hint: 'In the documents’ words, messages still cost.',
  },
  retention_days: {
    label: 'Days that messages are kept',
    hint: 'With their answers and sends. What waits or failed stays. 0: all is kept.',
  },
  trace_days: {
    label: 'Days that answers can be explained',
    hint: 'So long is kept what an answer was made from. 0: nothing is.',
  },
};
