const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** Milliseconds as a person reads them: `3.1 ms`, `97 ms`, `1.2 s`, `2 min 5 s`, `3 h 2 min`. */
export function duration(ms: number, locale: string): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, { maximumFractionDigits: digits });
  if (ms < SECOND) return `${number(ms, ms < 10 ? 1 : 0)} ms`;
  if (ms < MINUTE) return `${number(ms / SECOND, ms < 10 * SECOND ? 2 : 1)} s`;
  const [unit, name, less, lessName] =
    ms < HOUR
      ? [MINUTE, 'min', SECOND, 's']
      : ms < DAY
        ? [HOUR, 'h', MINUTE, 'min']
        : [DAY, 'd', HOUR, 'h'];
  const rest = Math.floor((ms % (unit as number)) / (less as number));
  const most = `${number(Math.floor(ms / (unit as number)))} ${name}`;
  return rest ? `${most} ${number(rest)} ${lessName}` : most;
}

/** The time of day of a moment, to the millisecond; with its date where it wasn't today. */
export function clock(at: string, locale: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale, {
    ...(!today && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  });
}
