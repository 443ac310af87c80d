import { lazy, Suspense } from 'react';
import type { StatsView } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { type Bar, barOf, SERIES } from './series.js';
import { useOverviewWords } from './words.js';

const Chart = lazy(() => import('./chart.js').then((module) => ({ default: module.Chart })));

/** What became of the messages, hour by hour or day by day. */
export function Steps({ view }: { view: StatsView }) {
  const words = useOverviewWords();
  const bars = useBars(view);
  const title = view.per === 'hour' ? words.perHour : words.perDay;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{title}</h2>
      <div className="chart" aria-hidden>
        <Suspense>
          <Chart bars={bars} names={words.series} />
        </Suspense>
      </div>
      <details>
        <summary>{words.asTable}</summary>
        <div className="wide" tabIndex={0} role="region" aria-label={words.asTable}>
          <Table bars={bars} />
        </div>
      </details>
    </section>
  );
}

function Table({ bars }: { bars: Bar[] }) {
  const words = useOverviewWords();
  const { locale } = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          {SERIES.map((name) => (
            <th scope="col" key={name}>
              {words.series[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.at}>
            <th scope="row">{bar.at}</th>
            {SERIES.map((name) => (
              <td className="numbers" key={name}>
                {bar[name].toLocaleString(locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useBars({ per, time_zone: timeZone, steps }: StatsView): Bar[] {
  const { locale } = useLanguage();
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const hour = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat(locale, { timeZone, ...(per === 'day' ? day : hour) });
  return steps.map((step) => ({ at: format.format(new Date(step.at)), ...barOf(step) }));
}
