import type { KeyboardEvent } from 'react';
import { useLanguage } from '../../shell/language.js';
import { duration } from '../durations.js';
import { ToneMark, ToneWord } from '../tone.js';
import { useTimeLineWords } from '../words.js';
import { Details } from './details.js';
import type { Row } from './rows.js';
import type { Scale } from './scale.js';
import { Track } from './track.js';

interface LineProps {
  row: Row;
  scale: Scale;
  /** How many parts the answer has. */
  parts: number;
  /** When the time line begins, in milliseconds since 1970. */
  since: number;
  opened: boolean;
  onOpen(): void;
}

/** One step: its name, its bar, how long it took, and more of it once it is opened. */
export function Line({ row, scale, parts, since, opened, onOpen }: LineProps) {
  const { locale } = useLanguage();
  const words = useTimeLineWords();
  const { group, name, leads, part, pending, waitsFor, tone, began, ended, callbacks } = row;
  const numbered = row.attempt ? ` ${row.attempt.number}` : '';
  const ofPart = part !== null && parts > 1 ? words.part(part, parts) : '';
  return (
    <>
      <div
        role="row"
        className="tl-line"
        data-leads={leads || undefined}
        data-opened={opened || undefined}
      >
        <div role="rowheader" className="tl-label">
          <span className="tl-group">{leads ? words.groups[group] : ''}</span>
          <button
            type="button"
            className="tl-step"
            aria-expanded={opened}
            onClick={onOpen}
            onKeyDown={goOn}
          >
            <span>
              {words.names[name]}
              {numbered}
            </span>
            {ofPart && <small>{ofPart}</small>}
          </button>
        </div>
        <div role="cell" className="tl-when">
          <span className="unseen">+{duration(began - since, locale)}</span>
          <Track row={row} scale={scale} />
        </div>
        <div role="cell" className="tl-took numbers">
          {callbacks.length > 0 && <Told row={row} />}
          {name !== 'callbacks' && (
            <span>
              {duration(ended - began, locale)}
              {pending && ' …'}
            </span>
          )}
          <ToneMark tone={tone} size={16} />
          <ToneWord tone={tone} />
          {pending && (
            <span className="unseen">
              , {words.pending}
              {waitsFor && `, ${words.waitsFor(words.waits[waitsFor])}`}
            </span>
          )}
        </div>
      </div>
      {opened && <Details row={row} since={since} />}
    </>
  );
}

/** The arrow keys go from step to step. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const table = event.currentTarget.closest('.time-line');
  if (!way || !table) return;
  const steps = [...table.querySelectorAll<HTMLElement>('button.tl-step')];
  event.preventDefault();
  steps[steps.indexOf(event.currentTarget) + way]?.focus();
}

/** What the points say, for who hears the page. */
function Told({ row: { callbacks, began } }: { row: Row }) {
  const { locale } = useLanguage();
  const words = useTimeLineWords();
  return (
    <span className="unseen">
      {callbacks
        .map(({ status, at }) =>
          words.told(status, duration(Math.max(0, Date.parse(at) - began), locale)),
        )
        .join(', ')}
      {'. '}
    </span>
  );
}
