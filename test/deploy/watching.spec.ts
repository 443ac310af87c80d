import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import '../../src/mailbox/holds/held.metrics.js';
import { metrics } from '../../src/metrics.js';
import { asked } from './promql.js';

const deploy = join(import.meta.dirname, '../../deploy');
const read = (path: string) => readFileSync(join(deploy, path), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  annotations: Record<string, string>;
}
interface Panel {
  title: string;
  targets: { expr: string; legendFormat: string }[];
}
const rules = (
  parse(read('prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] }
).groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('grafana/recado.json')) as { panels: Panel[] };
const expressions: [string, string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }): [string, string] => [title, filled(expr)]),
  ),
];

// As MetricsService does, for the process.
if (!metrics.getSingleMetric('process_cpu_seconds_total'))
  collectDefaultMetrics({ register: metrics });

/** Each series that Prometheus would find here, with its labels. */
const series = new Map<string, string[]>([['up', []]]);
for (const metric of metrics.getMetricsAsArray()) {
  const { name, type } = metric as unknown as { name: string; type: string };
  const labels = (metric as unknown as { labelNames: string[] }).labelNames;
  if (type !== 'histogram') series.set(name, labels);
  else
    for (const end of ['count', 'sum', 'bucket'])
      series.set(`${name}_${end}`, end === 'bucket' ? [...labels, 'le'] : labels);
}
/** Those that Prometheus adds. */
const OF_THE_TARGET = ['job', 'instance'];

/** A dashboard's variables, as Grafana would fill them in. */
function filled(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'recado');
}

describe('alerts and the dashboard', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(8);
    expect(panels.length).toBeGreaterThan(12);
  });

  it.each(expressions)('%s asks for what there is: %s', (_, expr) => {
    const { selectors, groupedBy } = asked(expr);
    expect(selectors).not.toEqual([]);
    for (const { name, labels } of selectors) {
      expect([...series.keys()]).toContain(name);
      const known = [...series.get(name)!, ...OF_THE_TARGET];
      expect(known).toEqual(expect.arrayContaining([...labels, ...groupedBy]));
    }
  });

  it('say what to do', () => {
    for (const { alert, annotations } of rules)
      expect([alert, Object.keys(annotations)]).toEqual([alert, ['summary', 'action']]);
  });

  it('is red for a name that is none', () => {
    expect(() => asked('rate(recado_sends_total{)')).toThrow('cannot be read');
    expect(series.has('recado_made_up_total')).toBe(false);
  });
});

/** `.ci/run` gets it where it can be had. */
const promtool = process.env.PROMTOOL || 'promtool';
const hasPromtool = spawnSync(promtool, ['--version']).status === 0;

describe.skipIf(!hasPromtool)('promtool', () => {
  const run = (...given: string[]) =>
    spawnSync(promtool, given, { cwd: join(deploy, 'prometheus'), encoding: 'utf8' });

  it('takes the rules, and sees each alert when it should come', () => {
    const checked = run('check', 'rules', 'alerts.yml');
    expect([checked.stderr, checked.status]).toEqual(['', 0]);
    const tested = run('test', 'rules', 'alerts.test.yml');
    expect([tested.stderr, tested.status]).toEqual(['', 0]);
  });
});
