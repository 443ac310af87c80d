import { useTimeLineWords } from '../words.js';
import type { Row } from './rows.js';
import type { Scale } from './scale.js';

/** The bar of a step on the axis, dashed while it lasts, and what was told as points. */
export function Track({ row, scale }: { row: Row; scale: Scale }) {
  const words = useTimeLineWords();
  const { began, ended, pending, tone, name, waitsFor, callbacks } = row;
  const from = scale.place(began);
  const width = scale.place(ended) - from;
  // What ends at the right edge is written before it.
  const before = from + width > 0.7;
  return (
    <div className="tl-track" aria-hidden="true">
      {scale.folds.map((fold) => (
        <span
          key={fold.from}
          className="tl-fold"
          style={{ left: `${fold.from * 100}%`, width: `${(fold.to - fold.from) * 100}%` }}
        />
      ))}
      {name !== 'callbacks' && (
        <span
          className="tl-bar toned"
          data-tone={tone}
          data-pending={pending || undefined}
          style={{ left: `${from * 100}%`, width: `${width * 100}%` }}
        />
      )}
      {callbacks.map(({ sid, status, at, error }) => (
        <span
          key={`${sid} ${status}`}
          className="tl-point toned"
          data-tone={error === null ? 'good' : 'bad'}
          title={status}
          style={{ left: `${scale.place(Date.parse(at)) * 100}%` }}
        />
      ))}
      {pending && waitsFor && (
        <span
          className="tl-waits"
          style={before ? { right: `${(1 - from) * 100}%` } : { left: `${(from + width) * 100}%` }}
        >
          {words.waitsFor(words.waits[waitsFor])}
        </span>
      )}
    </div>
  );
}
