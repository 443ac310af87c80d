import { useLanguage } from '../shell/language.js';

/** How long something took, of milliseconds: `840ms`, `3.1s`. */
export function useDuration(): (ms: number) => string {
  const { locale } = useLanguage();
  const style = { style: 'unit', unitDisplay: 'narrow' } as const;
  const short = new Intl.NumberFormat(locale, { ...style, unit: 'millisecond' });
  const long = new Intl.NumberFormat(locale, {
    ...style,
    unit: 'second',
    maximumFractionDigits: 1,
  });
  return (ms) => (ms < 1000 ? short.format(ms) : long.format(ms / 1000));
}
