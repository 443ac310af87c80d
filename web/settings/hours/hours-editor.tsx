import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSettingsWords } from '../words.js';
import './hours.css';
import { SpecialDays } from './special-days.js';
import { textOf, USUAL, type Week, weekOf } from './week.js';
import { DayRow } from './day-row.js';

interface Props {
  label: string;
  value: string;
  error?: ReactNode;
  set(text: string): void;
}

/** Opening hours as a table of the week, or as the text that the server keeps. */
export function HoursEditor({ label, value, error, set }: Props) {
  const { hours: words } = useSettingsWords();
  const [asText, setAsText] = useState(false);
  // While somebody changes a time, hours may overlap: the table stays, and says so.
  const [edited, setEdited] = useState<Week>();
  if (!value.trim() && !asText)
    return (
      <div>
        <p className="hint">{words.none}</p>
        <Button variant="default" size="xs" onClick={() => set(USUAL)}>
          {words.set}
        </Button>
      </div>
    );
  const read = weekOf(value);
  const fault = 'unreadable' in read ? <bdi lang="en">{read.unreadable}</bdi> : undefined;
  const known = 'unreadable' in read ? undefined : read;
  const week = edited && textOf(edited) === value ? edited : known;
  const change = (changed: Week) => {
    setEdited(changed);
    set(textOf(changed));
  };
  const wrong = error ?? (value.trim() && fault);
  return (
    <div className="hours" role="group" aria-label={label}>
      {asText || !week ? (
        <Textarea
          label={words.text}
          description={words.textHint}
          value={value}
          error={wrong}
          autosize
          minRows={3}
          spellCheck={false}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <>
          <WeekTable week={week} set={change} />
          {wrong && (
            <p className="wrong" role="alert">
              {wrong}
            </p>
          )}
        </>
      )}
      {week && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAsText(!asText)}>
          {asText ? words.asTable : words.asText}
        </Button>
      )}
    </div>
  );
}

function WeekTable({ week, set }: { week: Week; set(week: Week): void }) {
  const { hours: words } = useSettingsWords();
  return (
    <>
      <ul className="week">
        {week.days.map((spans, at) => (
          <DayRow
            key={words.days[at]}
            name={words.days[at]}
            spans={spans}
            empty={words.closed}
            set={(changed) => set({ ...week, days: week.days.with(at, changed) })}
          />
        ))}
        <DayRow
          name={words.holidays}
          spans={week.holidays ?? []}
          empty={week.holidays ? words.closed : words.asWeekday}
          set={(holidays) => set({ ...week, holidays })}
        />
      </ul>
      <SpecialDays rules={week.special} set={(special) => set({ ...week, special })} />
    </>
  );
}
