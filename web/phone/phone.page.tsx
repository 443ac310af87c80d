import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Empty } from '../shell/empty.js';
import { Heading } from '../shell/heading.js';
import { PhoneIcon } from '../shell/icons.js';
import { useConfig } from '../shell/session.js';
import { type Exchange, ExchangePanel } from './exchange.js';
import { Handset } from './handset.js';
import { usePeople } from './people.js';
import './phone.css';
import './talk.css';
import './writing.css';
import { usePhoneWords } from './words.js';

/** Phones side by side, each of them a person who writes to the business. */
export function PhonePage() {
  const words = usePhoneWords();
  const config = useConfig();
  const { people, shown, show, add, rename, remove } = usePeople();
  const [exchanges, setExchanges] = useState<ReadonlyMap<string, Exchange>>(new Map());
  const [open, setOpen] = useState(() => matchMedia('(min-width: 75em)').matches);
  const [asked, ask] = useState<string>();
  const keep = (exchange: Exchange) => {
    setExchanges((before) => new Map(before).set(exchange.answer.sid, exchange));
    ask(exchange.answer.sid);
  };
  if (!config.data) return null;
  if (!config.data.simulator)
    return (
      <Empty icon={<PhoneIcon />} title={words.off}>
        {words.offHint}
      </Empty>
    );
  return (
    <div className="simulator">
      <Heading title={words.title}>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setOpen(!open)} aria-expanded={open}>
            {words.exchange}
          </Button>
          <Button variant="light" size="xs" onClick={add} disabled={people.length > 7}>
            {words.add}
          </Button>
        </Group>
      </Heading>
      <p className="lead">{words.lead}</p>
      {people.length > 1 && (
        <div className="people" role="group" aria-label={words.people}>
          {people.map(({ from, name }) => (
            <button
              key={from}
              type="button"
              aria-pressed={from === shown}
              onClick={() => show(from)}
            >
              {name || '…'}
            </button>
          ))}
        </div>
      )}
      <div className="desk">
        <div className="handsets">
          {people.map((person) => (
            <Handset
              key={person.from}
              person={person}
              business={config.data.bot_name ?? 'Recado'}
              shown={person.from === shown}
              exchanges={exchanges}
              onExchange={keep}
              onRequest={(sid) => {
                ask(sid);
                setOpen(true);
              }}
              onRename={(name) => rename(person.from, name)}
              onRemove={people.length > 1 ? () => remove(person.from) : undefined}
            />
          ))}
        </div>
        {open && (
          <ExchangePanel
            exchange={asked === undefined ? undefined : exchanges.get(asked)}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  );
}
