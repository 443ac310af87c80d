import type { Trace } from '../../api/dist/types.gen.js';
import { useDuration } from '../duration.js';
import { useWhyWords } from '../words.js';
import { Step } from './step.js';

/** When each step began, and how long it took. */
export function Times({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const { title, steps: names, at } = words.times;
  const duration = useDuration();
  const { steps, timings } = trace;
  const whole = Math.max(timings.total_ms ?? 0, ...steps.map(({ at_ms, ms }) => at_ms + ms), 1);
  return (
    <Step title={title}>
      <ol className="times">
        {steps.map(({ kind, at_ms, ms }, n) => (
          // A step is its place among them.
          // eslint-disable-next-line react/no-array-index-key
          <li key={n}>
            <span>{names[kind]}</span>
            <span className="span" role="img" aria-label={at(duration(at_ms), duration(ms))}>
              <i
                style={{
                  insetInlineStart: `${(at_ms / whole) * 100}%`,
                  width: `${(ms / whole) * 100}%`,
                }}
              />
            </span>
            <small className="numbers">{duration(ms)}</small>
          </li>
        ))}
      </ol>
    </Step>
  );
}
