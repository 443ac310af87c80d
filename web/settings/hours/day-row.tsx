import { ActionIcon, Button, CloseIcon } from '@mantine/core';
import type { Span } from '../../../src/config/opening-hours/rule.js';
import { useSettingsWords } from '../words.js';
import { clock, isRoomAfter, spanAfter, spanOf } from './week.js';

interface Props {
  name: string;
  spans: Span[];
  /** What is said of a day without hours. */
  empty: string;
  set(spans: Span[]): void;
}

/** The hours of a day: each from when to when. */
export function DayRow({ name, spans, empty, set }: Props) {
  const { hours: words } = useSettingsWords();
  const change = (at: number, from: string, to: string) => {
    // The browser's input is empty while a time is being typed.
    if (from && to) set(spans.with(at, spanOf(from, to)));
  };
  return (
    <li>
      <strong>{name}</strong>
      <div className="spans">
        {!spans.length && <span className="shut">{empty}</span>}
        {spans.map(({ from, to }, at) => {
          const [opens, closes] = [clock(from), clock(to)];
          return (
            // eslint-disable-next-line react/no-array-index-key
            <span className="span" key={at}>
              <input
                type="time"
                aria-label={words.open(name)}
                value={opens}
                onChange={(event) => change(at, event.currentTarget.value, closes)}
              />
              <span aria-hidden="true">–</span>
              <input
                type="time"
                aria-label={words.close(name)}
                value={closes}
                onChange={(event) => change(at, opens, event.currentTarget.value)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove(`${name} ${opens}–${closes}`)}
                onClick={() => set(spans.toSpliced(at, 1))}
              >
                <CloseIcon size="16" />
              </ActionIcon>
            </span>
          );
        })}
      </div>
      {isRoomAfter(spans) && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.addFor(name)}
          onClick={() => set([...spans, spanAfter(spans)])}
        >
          + {words.add}
        </Button>
      )}
    </li>
  );
}
