import { dayNumber } from '../../config/opening-hours/calendar.js';
import type { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import type { HoursRule, Span } from '../../config/opening-hours/rule.js';
import { type Language, wordsOf } from '../../language/language.js';
import { type BusinessNow, clockTime, nextOpening, stateOf } from './business-now.js';
import { overlaps } from './documents/claims.js';
import {
  capitalised,
  dateName,
  dayFromNow,
  listOf,
  weekdayName,
  wholeDateName,
} from './day-names.js';
import type { AskedDay } from './days-asked.js';
import type { HoursQuestion } from './question.js';

/** Answers from the setting; undefined where the setting doesn't say it. */
export function settingAnswer(
  asked: HoursQuestion,
  language: Language,
  now: BusinessNow,
  hours: OpeningHours,
): string | undefined {
  return new SettingAnswer(asked, language, now, hours).text();
}

class SettingAnswer {
  private readonly says;

  constructor(
    private readonly asked: HoursQuestion,
    private readonly language: Language,
    private readonly now: BusinessNow,
    private readonly hours: OpeningHours,
  ) {
    this.says = wordsOf(language).time.says;
  }

  text(): string | undefined {
    const { holiday, season, general, anyDay, days } = this.asked;
    const onHoliday = holiday && this.holiday();
    if (season || (holiday && !onHoliday)) return undefined;
    if (!holiday && (general || !days.length)) return [this.week(), this.state()].join('\n\n');
    // Nobody knows whether today is meant.
    if (anyDay) return [this.day(days[0], true), this.week()].join('\n\n');
    const told = days.map((day) => this.day(day, days.length === 1 && !holiday));
    return [...told, onHoliday].filter(Boolean).join('\n');
  }

  /** Of a holiday only what is set for its date, or for holidays. */
  private holiday(): string | undefined {
    const { date } = this.asked.holiday!;
    const next = date && this.nextOf(date);
    if (next && this.hours.exceptionOn(next)) return this.dated(next, !this.asked.days.length);
    const spans = this.hours.onHolidays();
    return spans && sentence(this.told(this.says.onHolidays, spans, !this.asked.days.length));
  }

  private nextOf({ month, day }: { month: number; day: number }) {
    const thisYear = { year: this.now.date.year, month, day };
    const isPast = dayNumber(thisYear) < dayNumber(this.now.date);
    return isPast ? { ...thisYear, year: thisYear.year + 1 } : thisYear;
  }

  private day(day: AskedDay, only: boolean): string {
    const { by, date, weekday } = day;
    if (by === 'date') return this.dated(date, only);
    if (by === 'weekday') return this.weekday(day, only);
    const name = this.says[by](weekdayName(weekday, this.language));
    const told = sentence(this.told(name, this.hours.on(date), only));
    return by === 'today' ? `${told} ${this.state()}` : told;
  }

  private dated(date: AskedDay['date'], only: boolean): string {
    const name = `${this.says.on(wholeDateName(date, this.language))},`;
    return sentence(this.told(name, this.hours.on(date), only));
  }

  /** A weekday's usual hours, and before them those of the next such day where they are others. */
  private weekday({ date, weekday }: AskedDay, only: boolean): string {
    const name = this.says.on(weekdayName(weekday, this.language));
    const isExcept = !!this.hours.exceptionOn(date);
    const usual = sentence(this.told(name, this.hours.ofWeekday(weekday), only && !isExcept));
    return isExcept ? `${this.dated(date, false)}\n${usual}` : usual;
  }

  /** "Mañana, domingo, abrimos de 9:00 a 14:00", with yes or no where that answers the question. */
  private told(day: string, spans: Span[], only: boolean): string {
    const said = spans.length ? this.says.open(day, this.written(spans)) : this.says.closed(day);
    const answer = only ? this.yesOrNo(spans) : undefined;
    return answer === undefined ? said : `${this.says[answer]}, ${said}`;
  }

  private yesOrNo(spans: Span[]): 'yes' | 'no' | undefined {
    const { yesOrNo, part, time, now } = this.asked;
    if (!yesOrNo) return undefined;
    if (!spans.length) return 'no';
    if (time) return this.atTime(spans, time.minutes, time.sure);
    if (part) return overlaps(spans, part) ? 'yes' : 'no';
    if (now) return stateOf(this.now, this.hours).open ? 'yes' : 'no';
    return 'yes';
  }

  /** A time that may be meant of either half of the day is answered where both agree. */
  private atTime(spans: Span[], minutes: number, sure: boolean): 'yes' | 'no' | undefined {
    const isOpen = (at: number) => spans.some(({ from, to }) => from <= at && at < to);
    const other = (minutes + 12 * 60) % (24 * 60);
    if (!sure && isOpen(minutes) !== isOpen(other)) return undefined;
    return isOpen(minutes) ? 'yes' : 'no';
  }

  /** Whether it is open now, and when it next opens. */
  private state(): string {
    const { open, until } = stateOf(this.now, this.hours);
    if (open)
      return sentence(this.says.openNow(until === undefined ? undefined : clockTime(until)));
    const shut = sentence(this.says.closedNow);
    const next = nextOpening(this.now, this.hours);
    if (!next) return shut;
    const day = dayFromNow(this.now, next.days, this.language);
    const opens = this.says.opensAt(day, clockTime(next.minutes));
    return `${shut} ${sentence(opens)}`;
  }

  private week(): string {
    const name = (day: number) => weekdayName(day, this.language);
    const lines = this.hours.week().map(({ days, spans }) => {
      const [first, last] = [name(days[0]), name(days.at(-1)!)];
      return this.line(days.length > 1 ? this.says.fromTo(first, last) : first, spans);
    });
    const holidays = this.hours.onHolidays();
    if (holidays) lines.push(this.line(this.says.onHolidays, holidays));
    const dated = this.hours.rules.filter(({ dates }) => dates.length);
    return [...lines, ...dated.map((rule) => this.exception(rule))].join('\n');
  }

  private exception({ dates, days, spans }: HoursRule): string {
    const ranges = dates.map(({ from, to }) => {
      const [first, last] = [from, to].map((day) =>
        dateName({ ...day, year: day.year ?? 2024 }, this.language),
      );
      return first === last ? first : this.says.fromTo(first, last);
    });
    const only = days.map((day) => weekdayName(day, this.language)).join(', ');
    return this.line(`${listOf(ranges, this.language)}${only && ` (${only})`}`, spans);
  }

  private line(days: string, spans: Span[]): string {
    const hours = spans.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`).join(', ');
    return `- ${capitalised(days)}: ${hours || this.says.shut}`;
  }

  private written(spans: Span[]): string {
    const parts = spans.map(({ from, to }) =>
      to - from >= 24 * 60 ? this.says.allDay : this.says.from(clockTime(from), clockTime(to)),
    );
    return listOf(parts, this.language);
  }
}

function sentence(text: string): string {
  return `${capitalised(text)}.`;
}
