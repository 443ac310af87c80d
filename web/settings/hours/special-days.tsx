import { ActionIcon, Button, CloseIcon, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSettingsWords } from '../words.js';
import { weekOf } from './week.js';

/** Rules for dates, each as text. One that can't be read stays here until it can. */
export function SpecialDays({ rules, set }: { rules: string[]; set(rules: string[]): void }) {
  const { hours: words } = useSettingsWords();
  const [typed, setTyped] = useState<string[]>();
  const shown = typed ?? rules;
  const change = (next: string[]) => {
    const isReadable = next.every((rule) => isOfDates(rule));
    setTyped(isReadable ? undefined : next);
    set(next.filter(isOfDates));
  };
  return (
    <div className="special">
      <strong>{words.exceptions}</strong>
      <p className="hint">{words.exceptionHint}</p>
      {shown.map((rule, at) => (
        // eslint-disable-next-line react/no-array-index-key
        <div className="span" key={at}>
          <TextInput
            aria-label={words.exception}
            value={rule}
            error={whyNot(rule)}
            spellCheck={false}
            onChange={(event) => change(shown.with(at, event.currentTarget.value))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove(rule || words.exception)}
            onClick={() => change(shown.toSpliced(at, 1))}
          >
            <CloseIcon size="16" />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={() => setTyped([...shown, ''])}>
        + {words.addException}
      </Button>
    </div>
  );
}

function isOfDates(rule: string): boolean {
  const week = weekOf(rule);
  return !('unreadable' in week) && week.special.length === 1;
}

/** Undefined for what can be read, and for what is still to be written. */
function whyNot(rule: string): ReactNode {
  const week = weekOf(rule);
  if (!rule.trim() || isOfDates(rule)) return undefined;
  const why = 'unreadable' in week ? week.unreadable : 'It begins with a date: Dec 24 …';
  return <bdi lang="en">{why}</bdi>;
}
