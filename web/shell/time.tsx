import { useEffect, useState } from 'react';
import { useLanguage } from './language.js';

const MINUTE = 60_000;
const STEPS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** A moment, as an ISO time: how long ago or ahead it is, and exactly when, for who points at it. */
export function Time({ at }: { at: string }) {
  const { locale } = useLanguage();
  const now = useNow(MINUTE / 2);
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact.format(date)} className="numbers">
      {relative(date.getTime() - now, locale)}
    </time>
  );
}

/** `in 5 minutes`, `yesterday`: of milliseconds from now, negative ones being past. */
export function relative(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const step = STEPS.find(([, size]) => Math.abs(ms) >= size);
  return step ? format.format(Math.trunc(ms / step[1]), step[0]) : format.format(0, 'second');
}

/** The time of this machine, in milliseconds, looked at again and again. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
