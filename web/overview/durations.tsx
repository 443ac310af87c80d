import type { StatsFigures } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { lasting } from './lasting.js';
import { useOverviewWords } from './words.js';

const ORDER = ['acknowledged', 'made', 'model', 'delivered'] as const;

/** How long each part of the road takes, and who made the answers. */
export function Durations({ figures }: { figures: StatsFigures }) {
  const words = useOverviewWords();
  const { locale } = useLanguage();
  const shown = (ms: number | null) => (ms === null ? '–' : lasting(ms, locale));
  return (
    <div className="beside">
      <section aria-labelledby="durations">
        <h2 id="durations">{words.durations}</h2>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.half}</th>
              <th scope="col">{words.most}</th>
            </tr>
          </thead>
          <tbody>
            {ORDER.map((name) => (
              <tr key={name}>
                <th scope="row">{words.duration[name]}</th>
                <td className="numbers">{shown(figures.durations[name].p50_ms)}</td>
                <td className="numbers">{shown(figures.durations[name].p95_ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Branches branches={figures.branches} />
    </div>
  );
}

function Branches({ branches }: { branches: Record<string, number> }) {
  const words = useOverviewWords();
  const { locale } = useLanguage();
  const sorted = Object.entries(branches).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...Object.values(branches));
  return (
    <section aria-labelledby="branches">
      <h2 id="branches">{words.by}</h2>
      <table>
        <tbody>
          {sorted.map(([branch, count]) => (
            <tr key={branch}>
              <th scope="row">{words.branches[branch] ?? branch}</th>
              <td className="bar" aria-hidden>
                <progress max={most} value={count} />
              </td>
              <td className="numbers">{count.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
