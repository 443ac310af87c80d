import { useEffect, useRef } from 'react';
import type { ProposedFinding } from '../api/dist/types.gen.js';
import { Mark } from '../set-up/mark.js';
import { useSettingsWords } from './words.js';

const STATE = { ok: 'ok', failed: 'failed', skipped: 'not_applicable' } as const;

/** What came of trying the changes. It comes into view: the button may be far below it. */
export function Findings({ items }: { items: ProposedFinding[] }) {
  const words = useSettingsWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => void place.current?.scrollIntoView({ block: 'nearest' }), [items]);
  const tried = items.filter(({ status }) => status !== 'skipped');
  return (
    <div className="findings" role="status" ref={place} aria-label={words.findings}>
      <strong>{words.findings}</strong>
      {!tried.length && <p>{words.nothingFound}</p>}
      <ul>
        {items.map(({ name, status, detail, cure }) => (
          <li key={name} data-status={status}>
            <Mark state={STATE[status]} label={words.statuses[status]} />
            <div>
              <strong>{words.parts[name]}</strong>
              <p className="said" lang="en">
                {detail}
              </p>
              {cure && (
                <p className="said" lang="en">
                  → {cure}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
