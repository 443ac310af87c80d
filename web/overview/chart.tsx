import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { type Bar, SERIES, type Series } from './series.js';

/** Told apart in both schemes, and by those who see few colours: from dark to light, and by place. */
const COLOURS: Record<Series, string> = {
  answered: 'leaf.6',
  refused: 'yellow.6',
  people: 'blue.6',
  failed: 'red.7',
  others: 'gray.6',
};

/** The bars of the steps, stacked. The table beside says the same. */
export function Chart({ bars, names }: { bars: Bar[]; names: Record<Series, string> }) {
  return (
    <BarChart
      h={240}
      data={bars}
      dataKey="at"
      type="stacked"
      withLegend
      legendProps={{ verticalAlign: 'bottom' }}
      series={SERIES.map((name) => ({ name, label: names[name], color: COLOURS[name] }))}
      yAxisProps={{ allowDecimals: false, width: 36 }}
      barProps={{ isAnimationActive: false }}
    />
  );
}
