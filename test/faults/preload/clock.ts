/** The process believes that it is so many milliseconds later than it is: FAULTS_CLOCK_MS. */
const ahead = Number(process.env.FAULTS_CLOCK_MS);
const now = Date.now.bind(Date);

Date.now = () => now() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (date, given: [], self) =>
    given.length ? Reflect.construct(date, given, self) : new date(now() + ahead),
});
