import { type RefObject, useEffect, useRef, useState } from 'react';
import { CrossIcon, SearchIcon } from '../icons.js';
import type { Filters } from '../filters.js';
import { useInboxWords } from '../words.js';

const LEAVING = ['Escape', 'ArrowDown', 'Enter'];

/** Milliseconds without a key until what was typed is looked for. */
const PAUSE = 180;

interface HeadProps {
  filters: Filters;
  onFilter(filters: Filters): void;
  field: RefObject<HTMLInputElement | null>;
  /** Leaves the field: to the list. */
  onLeave(): void;
}

/** The search, and the filters. */
export function ListHead({ filters, onFilter, field, onLeave }: HeadProps) {
  const words = useInboxWords();
  const { show, mode, channel, opted_out } = filters;
  const set = (changed: Partial<Filters>) =>
    onFilter(Object.fromEntries(Object.entries({ ...filters, ...changed }).filter(([, v]) => v)));
  const toggle = (label: string, pressed: boolean, changed: Partial<Filters>) => (
    <button type="button" aria-pressed={pressed} onClick={() => set(changed)}>
      {label}
    </button>
  );
  return (
    <div className="list-head">
      <Search q={filters.q ?? ''} onSearch={(q) => set({ q })} field={field} onLeave={onLeave} />
      <div className="chips" role="group" aria-label={words.filters}>
        {toggle(words.unread, show === 'unread', {
          show: show === 'unread' ? undefined : 'unread',
        })}
        {toggle(words.waitingShort, show === 'waiting', {
          show: show === 'waiting' ? undefined : 'waiting',
        })}
        {toggle(words.person, mode === 'human', { mode: mode === 'human' ? undefined : 'human' })}
        {toggle(words.bot, mode === 'bot', { mode: mode === 'bot' ? undefined : 'bot' })}
        {toggle(words.optedOut, !!opted_out, { opted_out: opted_out ? undefined : true })}
        {toggle('WhatsApp', channel === 'whatsapp', {
          channel: channel === 'whatsapp' ? undefined : 'whatsapp',
        })}
        {toggle(words.api, channel === 'api', { channel: channel === 'api' ? undefined : 'api' })}
      </div>
    </div>
  );
}

interface SearchProps extends Pick<HeadProps, 'field' | 'onLeave'> {
  q: string;
  onSearch(q: string): void;
}

function Search({ q, onSearch, field, onLeave }: SearchProps) {
  const words = useInboxWords();
  const [text, setText] = useState(q);
  const sought = useRef(q);
  // The address may change without the field: by the browser's own buttons, or another filter.
  useEffect(() => {
    if (q !== sought.current) setText((sought.current = q));
  }, [q]);
  const search = (wanted: string) => {
    if (wanted === sought.current) return;
    sought.current = wanted;
    onSearch(wanted);
  };
  useEffect(() => {
    const timer = setTimeout(() => search(text.trim()), PAUSE);
    return () => clearTimeout(timer);
    // What is typed is looked for, not what the address says meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  const clear = () => {
    setText('');
    search('');
  };
  return (
    <div className="search" role="search">
      <SearchIcon size={17} />
      <input
        ref={field}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (!LEAVING.includes(event.key)) return;
          event.preventDefault();
          if (event.key === 'Escape' && text) clear();
          else onLeave();
        }}
        placeholder={words.search}
        aria-label={words.search}
        aria-keyshortcuts="/"
        maxLength={200}
        dir="auto"
        spellCheck={false}
      />
      {text ? (
        <button type="button" aria-label={words.clearSearch} onClick={clear}>
          <CrossIcon size={15} />
        </button>
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
    </div>
  );
}
