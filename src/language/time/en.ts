import type { TimeWords } from './words.js';

/** Coming by and being there, which may ask for the hours. */
const COMING =
  'can i come|can we come|could i come|can i visit|can i stop by|can i drop by|can i pop in|' +
  'can i drop in|can i swing by|can i stop in|come by|come over|stop by|drop by';
const THERE = 'anyone in|somebody there|someone there|is there anyone';

/** English: days, times and opening hours. */
export const enTime: TimeWords = {
  weekdays:
    "monday mondays monday's|tuesday tuesdays tuesday's|" +
    "wednesday wednesdays wednesday's wensday wednsday wendsday|thursday thursdays thursday's|" +
    "friday fridays friday's|saturday saturdays saturday's|sunday sundays sunday's",
  weekdaysShort:
    'mon mo m|tue tues tu t|wed weds we w|thu thur thurs th|fri fr f|sat sats sa|sun suns su',
  months:
    'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|' +
    'september sept sep|october oct|november nov|december dec',
  days: {
    today: "today|today's|tonight|this morning|this afternoon|this evening|later today",
    now: 'now|rn|right now|still|at the moment|at this time|at this hour|currently|already|yet',
    tomorrow: "tomorrow|tomorrow's|tmrw|tmr|tomo|tommorow|tommorrow",
    dayAfterTomorrow: 'day after tomorrow',
  },
  groups: {
    weekend: 'weekend|weekends',
    workdays: 'weekday|weekdays|during the week|working days|work days',
    everyDay:
      'every day|everyday|daily|each day|all days|7 days|seven days|all week|this week|next week',
  },
  parts: {
    morning: 'morning|mornings|early',
    noon: 'noon|midday|lunchtime|lunch time|at lunch|for lunch|over lunch|noontime',
    afternoon: 'afternoon|afternoons',
    evening: 'evening|evenings',
    night: 'night|nights|tonight|at night|late at night',
  },
  holiday:
    'holiday|holidays|public holiday|public holidays|bank holiday|bank holidays|' +
    'national holiday|national holidays|federal holidays',
  holidays: {
    '12-24': 'christmas eve|xmas eve',
    '12-25': 'christmas|christmas day|xmas',
    '12-26': 'boxing day',
    '12-31': "new year's eve|new years eve|new year eve",
    '01-01': "new year's day|new years day|new year's|new years|new year",
    '01-06': 'epiphany',
    '05-01': 'may day',
    '07-04': 'independence day|fourth of july',
    '10-31': 'halloween',
    '11-01': "all saints' day|all saints day",
  },
  seasons:
    'easter|easter sunday|easter monday|good friday|thanksgiving|labor day|labour day|' +
    'memorial day|holy week|summer|winter|autumn|spring|high season|low season|' +
    'christmas holidays|holiday season|festive season',
  clock: { '12:00': 'noon', '24:00': 'midnight' },
  hourNames: 'one two three four five six seven eight nine ten eleven twelve',

  to: 'to|until|till|til|through|thru',
  and: 'and|or|&',
  between: 'between',
  at: 'at|by|around|after|before|past',
  fractions: 'half past|half|quarter past|quarter to|quarter',
  next: 'next|coming|following',
  except: 'except|excluding|but not|not',
  like: 'as on|as|like|same as',

  open: 'open|opens|opened|opening|reopen|opening time',
  close: 'close|closes|closed|closing|shut|shuts|shutting|closing time',
  hours:
    'hours|hrs|timing|timings|schedule|timetable|opening times|business hours|do you work|you working|you work|' +
    `${COMING}|we work|` +
    'see patients|see people|see clients|see customers|take patients|receive patients|' +
    'receive visitors|receive customers|welcome visitors|welcome guests',
  which: 'which days|what days|which day|what day|on which days|on what days',
  present:
    'are you there|are you in|are you around|be there|be in|be around|anyone there|anybody there|' +
    `${THERE}|how late are you|until what time are you|` +
    'till what time are you|until when are you|till when are you',
  coming:
    `${COMING}|could we come|can we visit|come in|drop in|pop in|pop by|pop over|swing by|stop in|` +
    `walk in|call in|look in|anyone there|${THERE}`,
  serve: 'serve|serves|served|serving|start|starts|begin|begins|end|ends|finish|finishes|last call',
  closed:
    'closed|shut|no service|no visits|on vacation|away on holiday|closed for holidays|not open|do not open|not opening',
  we: "we|we're|we'll|we work",
  when:
    'what time|wat time|wht time|wot time|which time|what times|wat times|time|times|when|wen|hour|hours|until|till|how late|how long|how early|how late are you|' +
    'until what time are you|till what time are you|until when are you|till when are you|' +
    'schedule|timetable|opening time|closing time',
  whatTime: 'what time|wat time|wht time|wot time|which time|what times|wat times',
  trades:
    'bakery|clinic|hotel|hostel|guesthouse|workshop|pharmacy|salon|hairdresser|barber|barbershop|' +
    'studio|school|academy|practice|agency|company|firm|showroom|boutique|dealership',
  filler:
    'contact|contact us|about us|department|section|area|' +
    'special dates|special days|exceptions|yearly holiday|annual holiday|yearly|annual|closure|' +
    'closures|find us|here|' +
    "shop|shop's|store|store's|place|business|premises|location|doors|you guys|guys|y'all|u|ur|r|ya|" +
    'public|people|customers|everyone|anyone|time|times|hour|day|days|week|this week|exactly|' +
    'usually|normally|generally|regular|normal|currently|already|still|yet|going|gonna|question|' +
    'quick|quick question|wondering|wonder|check|checking|confirm|ask|sorry|excuse|excuse me|pls|' +
    'plz|thx|ok|okay|sure|happen|late|later|how late|how early|visit|come|there|' +
    'am|pm|without a break|without break|no break|continuously|non-stop|nonstop|straight|' +
    'right|whats|wat|wats|wht|da|yall|soon|again|operation|operating|trading|working|office|offices|please note|remain|remains|regularly|stay|staying',
  otherwise:
    'how do|how to|how can|how should|how did|why|who|can you open|can i open|could you open|' +
    'do i open|open it|open them|how close|so close|are you close|is it close|close to|' +
    'close by|close enough',
  confused: 'ei sz',

  says: {
    today: (weekday) => `today, ${weekday},`,
    tomorrow: (weekday) => `tomorrow, ${weekday},`,
    dayAfterTomorrow: (weekday) => `the day after tomorrow, ${weekday},`,
    on: (day) => `on ${day}`,
    onHolidays: 'on public holidays',
    fromTo: (first, last) => `${first} to ${last}`,
    open: (day, hours) => `${day} we are open ${hours}`,
    closed: (day) => `${day} we are closed`,
    from: (from, to) => `from ${from} to ${to}`,
    allDay: '24 hours',
    shut: 'closed',
    yes: 'yes',
    no: 'no',
    openNow: (until) => `we are open now${until ? ` and close at ${until}` : ''}`,
    closedNow: 'we are closed now',
    opensAt: (day, time) => `${day} we open at ${time}`,
    isToday: (weekday) => `today is ${weekday}:`,
    isTomorrow: (weekday) => `tomorrow is ${weekday}:`,
    isDayAfterTomorrow: (weekday) => `the day after tomorrow is ${weekday}:`,
    isDate: (date, weekday) => `${date} is a ${weekday}:`,
  },
};
