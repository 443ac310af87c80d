import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Empty } from '../shell/empty.js';
import { MessageIcon } from '../shell/icons.js';
import { type Filters, readFilters } from './filters.js';
import './inbox.css';
import './list/list.css';
import { ListHead } from './list/head.js';
import { ConversationList } from './list/list.js';
import { Pane } from './talk/pane.js';
import './list/row.css';
import './talk/talk.css';
import './talk/log.css';
import './talk/said.css';
import { useListNews } from './use-conversations.js';
import { useNews } from './use-news.js';
import { useShortcuts } from './use-shortcuts.js';
import { useInboxWords } from './words.js';

/** The team's inbox: conversations at the left, the one that is open at the right; on a phone, either. */
export function InboxPage() {
  const words = useInboxWords();
  const { id } = useParams({ strict: false });
  const filters = readFilters(useSearch({ strict: false }));
  const { show, close, filter } = useAddress(id, filters);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Whether who opens a conversation goes on in it: by the mouse one goes on in the list. */
  const [toReply, setToReply] = useState(false);
  const { place } = useListNews();
  useNews(id);
  useEffect(() => void (document.title = `${words.title} · Recado`), [words]);
  const toList = () => list.current?.focus();
  const open = useCallback(
    (chosen: string, byKey = false) => {
      setToReply(byKey);
      show(chosen);
    },
    [show],
  );
  const back = () => {
    close();
    // On a phone it is there only then.
    requestAnimationFrame(toList);
  };
  useShortcuts({ field, list, back: id ? back : undefined });
  return (
    <div className="inbox" data-open={id !== undefined}>
      <h1 className="unseen">{words.title}</h1>
      <div className="list">
        <ListHead filters={filters} onFilter={filter} field={field} onLeave={toList} />
        <ConversationList filters={filters} open={id} list={list} onOpen={open} onFilter={filter} />
      </div>
      {id ? (
        <Pane key={id} id={id} toReply={toReply} onChange={(one) => place(one, id)} onBack={back} />
      ) : (
        <div className="pane pane-none">
          <Empty icon={<MessageIcon />} title={words.open}>
            {words.openHint}
          </Empty>
        </div>
      )}
    </div>
  );
}

/** What is open and what is shown are in the address. */
function useAddress(id: string | undefined, filters: Filters) {
  const navigate = useNavigate();
  const key = JSON.stringify(filters);
  const show = useCallback(
    (chosen: string) =>
      void navigate({ to: '/inbox/$id', params: { id: chosen }, search: JSON.parse(key) }),
    [navigate, key],
  );
  const close = () => void navigate({ to: '/inbox', search: filters });
  const filter = (search: Filters) =>
    void (id
      ? navigate({ to: '/inbox/$id', params: { id }, search, replace: true })
      : navigate({ to: '/inbox', search, replace: true }));
  return { show, close, filter };
}
