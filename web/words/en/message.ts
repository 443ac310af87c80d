const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const message = {
  title: 'Message',
  wrote: 'They wrote',
  wroteNothing: 'No text came with it.',
  answer: 'Answer',
  byPerson: 'A person wrote',
  noAnswer: 'Nothing was said to it.',
  notYet: 'No answer yet.',
  modes: {
    llm: 'by the model',
    extractive: 'in the documents’ words',
    fallback: 'with the fallback message',
    person: 'by a person',
  } as Record<string, string>,
  parts: (n: number) => count(n, 'message', 'messages'),
  together: (n: number) => `Answered together with ${count(n, 'other', 'others')}`,
  why: 'Why this answer',
  conversation: 'Conversation',

  outcomes: {
    answered: 'Answered',
    limited: 'Over the limit',
    opted_out: 'Opted out',
    human: 'Left to a person',
    dead: 'Given up',
    uncertain: 'Uncertain',
    none: 'In work',
    api: 'Answered over the API',
  },
  tones: { good: 'well', calm: 'as usual', warn: 'with trouble', bad: 'failed' },
  took: (text: string) => `in ${text}`,
  since: (text: string) => `for ${text} so far`,

  sid: 'SID',
  id: 'Id',
  requestId: 'Request',
  copy: (what: string) => `Copy: ${what}`,
  copied: 'Copied',

  retry: 'Send again',
  retryTitle: 'Send it again?',
  retryHint: 'What was not accepted is sent now, once the conversation is free.',
  retryUncertain:
    'Nobody knows whether it was sent. If it was, the customer gets it a second time.',
  retried: 'It is being sent again.',
  discard: 'Discard',
  discardTitle: 'Discard this failure?',
  discardHint:
    'It leaves the list of failures, and nothing more is sent. What became of the message stays as it is.',
  discarded: 'It is off the list of failures.',

  replay: 'Ask again',
  replayHint:
    'A dry run: what would be answered now, with what had been said before. Nothing is stored or sent.',
  replayTitle: 'The answer now, beside the former one',
  replaying: 'The answer is being made …',
  formerly: 'Then',
  now: 'Now',
  nothingThen: 'Nothing was said.',
  nothingNow: 'Nothing would be said.',
  same: 'The same answer',
  different: 'Another answer',
  handover: 'The customer would then wait for a person.',
  sources: 'From',
  noSources: 'From no document',

  received: 'As it was received',
  notKept: 'Nothing is kept of how it came in.',
  via: {
    webhook: 'Twilio called the webhook.',
    status: 'Twilio called the address for status callbacks: give it the webhook’s for messages.',
    list: 'No webhook came: it was found in Twilio’s list.',
  },
  signedBy: (who: string) => `Signed with ${who}`,
  acknowledged: (text: string) => `acknowledged in ${text}`,
  headers: 'Headers',
  form: 'Form',
  cut: 'Something was too long, and is cut here.',
  curl: 'curl',
  curlHint: 'Without its signature, which is not kept: Recado refuses it.',
  maskedHint: 'Names and numbers are hidden: show them with the eye above.',

  evidence: 'Was it sent? What is known on both sides',
  error: 'What failed',
  cure: 'What to do',
};
