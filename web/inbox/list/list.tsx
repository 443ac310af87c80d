import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { InboxIcon } from '../../shell/icons.js';
import { useSession } from '../../shell/session.js';
import { useNow } from '../../shell/time.js';
import { type Filters, isFiltered } from '../filters.js';
import { useInboxWords } from '../words.js';
import { type Entry, useEntries } from './entries.js';
import { Row } from './row.js';
import { useListKeys } from './use-list-keys.js';

/** Pixels, as the style sheet has them. */
const HEIGHTS: Record<Entry['kind'], number> = {
  conversation: 84,
  title: 34,
  more: 40,
  loading: 56,
};
const MINUTE = 60_000;
/** So many rows above and below what is seen are there already. */
const AROUND = 8;

interface ListProps {
  filters: Filters;
  open?: string;
  list: RefObject<HTMLDivElement | null>;
  onOpen(id: string, byKey?: boolean): void;
  onFilter(filters: Filters): void;
}

/** The conversations, of which only those that are seen are on the page. */
export function ConversationList({ filters, open, list, onOpen, onFilter }: ListProps) {
  const words = useInboxWords();
  const now = Math.floor(useNow(MINUTE / 2) / MINUTE) * MINUTE;
  const { entries, main, readOn } = useEntries(filters);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => HEIGHTS[entries[at].kind],
    // The same as long as the entries are: else all places are reckoned anew at each step of a scroll.
    getItemKey: useCallback((at: number) => entries[at].key, [entries]),
    overscan: AROUND,
  });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 1 - AROUND) readOn();
  });
  useTopOf(scroller, filters);
  const { active, onKeyDown } = useListKeys({ entries, rows, open, onOpen });
  return (
    <div className="rows" ref={scroller}>
      <div
        ref={list}
        style={{ height: rows.getTotalSize() }}
        role="listbox"
        aria-label={words.list}
        aria-busy={main.isPending}
        tabIndex={0}
        aria-activedescendant={active && `conversation-${active}`}
        onKeyDown={onKeyDown}
      >
        {seen.map(({ index, key, start }) => {
          const entry = entries[index];
          const style = { transform: `translateY(${start}px)`, height: HEIGHTS[entry.kind] };
          return (
            <div
              key={key}
              className="entry"
              data-kind={entry.kind}
              style={style}
              role="presentation"
            >
              {entry.kind === 'conversation' ? (
                <Row
                  conversation={entry.conversation}
                  open={entry.conversation.id === open}
                  active={entry.conversation.id === active}
                  now={now}
                  onOpen={onOpen}
                />
              ) : (
                <Other entry={entry} onWaiting={() => onFilter({ ...filters, show: 'waiting' })} />
              )}
            </div>
          );
        })}
      </div>
      {main.isPending && main.fetchStatus !== 'idle' && !main.error && <Loading />}
      {main.error && <Failed error={main.error} again={() => void main.refetch()} />}
      {main.data && !entries.length && <Nothing filters={filters} onFilter={onFilter} />}
    </div>
  );
}

/** A list of something else begins at its top. */
function useTopOf(scroller: RefObject<HTMLDivElement | null>, filters: Filters): void {
  const key = JSON.stringify(filters);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) scroller.current?.scrollTo({ top: 0 });
    shown.current = key;
  }, [key, scroller]);
}

function Other({ entry, onWaiting }: { entry: Entry; onWaiting: () => void }) {
  const words = useInboxWords();
  if (entry.kind === 'title')
    return (
      <div className="section" data-urgent={entry.key === 'waiting'}>
        {entry.title}
        {entry.count && <span>{entry.count}</span>}
      </div>
    );
  if (entry.kind === 'more')
    return (
      <div role="option" aria-selected={false} className="more" onClick={onWaiting}>
        {words.moreWaiting}
      </div>
    );
  return (
    <div className="loading" aria-hidden="true">
      <Loader size="sm" />
    </div>
  );
}

function Loading() {
  return (
    <div className="loading">
      <Loader size="sm" aria-label={useInboxWords().loadingMore} />
    </div>
  );
}

function Nothing({ filters, onFilter }: Pick<ListProps, 'filters' | 'onFilter'>) {
  const words = useInboxWords();
  const simulator = useSession().data?.simulator;
  if (isFiltered(filters))
    return (
      <Empty icon={<InboxIcon />} title={words.nothing}>
        {filters.q && words.nothingHint}
        <br />
        <Button variant="light" mt="md" onClick={() => onFilter({})}>
          {words.clear}
        </Button>
      </Empty>
    );
  return (
    <Empty icon={<InboxIcon />} title={words.empty}>
      {words.emptyHint}
      <br />
      {simulator && (
        <Button component={Link} to="/simulator" variant="light" mt="md">
          {words.trySimulator}
        </Button>
      )}
    </Empty>
  );
}
