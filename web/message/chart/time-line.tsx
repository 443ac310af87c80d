import { useState } from 'react';
import type { TimelineView } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { duration } from '../durations.js';
import { useTimeLineWords } from '../words.js';
import './chart.css';
import { Line } from './line.js';
import { momentsOf, rowsOf } from './rows.js';
import { type Scale, scaleOf } from './scale.js';

/**
 * Every step of a message on one axis, on which milliseconds can be seen beside hours. It is a table
 * for who hears it. `now`: by the clock of the store.
 */
export function TimeLine({ timeline, now }: { timeline: TimelineView; now: number }) {
  const words = useTimeLineWords();
  const [opened, open] = useState<string>();
  const rows = rowsOf(timeline, now);
  const scale = scaleOf(momentsOf(rows, timeline));
  return (
    <div
      role="table"
      className="time-line"
      aria-label={words.table}
      aria-describedby="time-line-keys"
    >
      <p id="time-line-keys" className="unseen">
        {words.keys}
      </p>
      <div role="rowgroup" className="tl-axis-row">
        <div role="row">
          <span role="columnheader" className="unseen">
            {words.step}
          </span>
          <span role="columnheader" className="unseen">
            {words.when}
          </span>
          <span role="columnheader" className="unseen">
            {words.how}
          </span>
          <Axis scale={scale} since={Date.parse(timeline.began_at)} />
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row) => (
          <Line
            key={row.key}
            row={row}
            scale={scale}
            parts={timeline.parts.length}
            since={Date.parse(timeline.began_at)}
            opened={opened === row.key}
            onOpen={() => open(opened === row.key ? undefined : row.key)}
          />
        ))}
      </div>
    </div>
  );
}

/** Marks of the time since the beginning, and what is pressed together. */
function Axis({ scale, since }: { scale: Scale; since: number }) {
  const { locale } = useLanguage();
  const words = useTimeLineWords();
  return (
    <div className="tl-axis" aria-hidden="true">
      {scale.marks.map(({ at, place }, n) => (
        <span
          key={at}
          className="tl-mark"
          data-end={n === 0 ? 'first' : place > 0.94 ? 'last' : undefined}
          style={{ left: `${place * 100}%` }}
        >
          {n ? `+${duration(at - since, locale)}` : '0'}
        </span>
      ))}
      {scale.folds.map(({ from, to, ms }) => (
        <span
          key={from}
          className="tl-fold"
          title={words.folded(duration(ms, locale))}
          style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
        />
      ))}
    </div>
  );
}
