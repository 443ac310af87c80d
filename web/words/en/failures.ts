const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const failures = {
  title: 'Failures',
  lead: 'What could not be sent, what may have been sent, and answers that the model did not make.',
  empty: 'Nothing has failed',
  emptyHint: 'Messages that cannot be sent, or whose sending is uncertain, are listed here.',
  noneOfKind: 'None of this kind',
  noneOfKindHint: 'Look at the other kinds above.',
  filter: 'Which failures',
  all: 'All',
  kinds: { dead: 'Given up', uncertain: 'Uncertain', fallback: 'Without the model' },
  kindHints: {
    dead: 'It was not sent, or not all of it.',
    uncertain: 'Nobody knows whether it was sent: a person decides.',
    fallback:
      'The customer has an answer, but not by the model: the documents’ own words, or the fallback message.',
  },

  account: 'Twilio takes no message',
  heldLine: (line: string) =>
    `Twilio takes no message from ${line === 'default' ? 'the default line' : line}`,
  accountWaiting: (n: number) => count(n, 'answer waits', 'answers wait'),
  accountSince: 'since',
  accountNext: 'next try',

  list: 'Failures',
  select: (what: string) => `Select ${what}`,
  selectAll: (n: number) => `Select all ${n.toLocaleString('en')} that are shown`,
  selected: (n: number) => `${count(n, 'failure', 'failures')} selected`,
  retry: 'Send again',
  discard: 'Discard',
  unselect: 'Select none',

  asked: 'Asked',
  answered: 'Answered',
  toSend: 'To be sent',
  byPerson: 'Written by a person',
  nothingMade: 'No answer was made.',
  code: (code: number) => `Twilio ${code}`,
  cure: 'What to do',
  timeLine: 'Time line',
  conversation: 'Conversation',

  retryTitle: (n: number) => `Send ${count(n, 'failure', 'failures')} again?`,
  retryHint: 'What is left of each is sent now, once its conversation is free.',
  retryUncertain: (n: number) =>
    n === 1
      ? 'One of them is uncertain: it may have been sent already, and the customer would get it twice.'
      : `${n.toLocaleString('en')} of them are uncertain: they may have been sent already, and the customers would get them twice.`,
  retryFallback: (n: number) =>
    n === 1
      ? 'Of one there is nothing to send: the customer has an answer. It stays here.'
      : `Of ${n.toLocaleString('en')} there is nothing to send: the customers have an answer. They stay here.`,
  discardTitle: (n: number) => `Discard ${count(n, 'failure', 'failures')}?`,
  discardHint:
    'They leave this list, and nothing more is sent. What became of the messages stays as it is.',

  done: {
    retry: (n: number) => `${count(n, 'failure is', 'failures are')} sent again`,
    discard: (n: number) => `${count(n, 'failure', 'failures')} discarded`,
  },
  refused: (n: number) => `${count(n, 'was', 'were')} refused`,
  refusals: 'What was refused, and why',
  brokeOff: 'It broke off midway: the rest was not tried.',

  evidence: 'What is known of the attempt',
  attempt: 'Attempt',
  here: 'Here',
  atTwilio: "In Twilio's list",
  begun: 'begun',
  from: 'from',
  to: 'to',
  noResult: 'The request has no known result.',
  sid: 'SID',
  notLooked: 'Not looked for yet.',
  looks: (n: number) => `${count(n, 'look', 'looks')}, the last`,
  incomplete: 'The list was not read far enough back.',
  absent: 'Nothing that could be it, since',
  absentHint: 'That it is not there proves nothing: it may show up later.',
  noneYet: 'Nothing that could be it.',
  fits: 'Could be it',
  fitsNot: 'Is not it',
};
