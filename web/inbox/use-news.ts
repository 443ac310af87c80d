import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Failure } from '../api/failure.js';
import { useGathered } from '../live/gather.js';
import { useHeard } from '../live/heard.js';
import { conversationQuery, messagesQuery } from './use-transcript.js';
import { useListNews } from './use-conversations.js';

/** Where more conversations than so many have news at once, the lists are read anew instead. */
const MANY = 30;
/** Milliseconds between two looks at one conversation: what happens to a message happens in steps. */
const BETWEEN = 60;
/** Milliseconds: the lists are read anew so often, however many write. */
const LISTS = { within: BETWEEN, between: 1000 };

/** Keeps the lists and the open conversation up to date, one conversation at a time. */
export function useNews(open: string | undefined): void {
  const client = useQueryClient();
  const { place, forget, refreshAll } = useListNews();
  /** Which conversations are being looked at, and whether there were more news meanwhile. */
  const looking = useRef(new Map<string, boolean>());

  async function look(id: string): Promise<void> {
    const messages =
      id === open && client.invalidateQueries({ queryKey: messagesQuery(id).queryKey });
    try {
      const one = await client.fetchQuery({ ...conversationQuery(id), staleTime: 0 });
      // A merged one leads to the one that it is part of now.
      if (one.id !== id) forget(id);
      place(one, open);
    } catch (error) {
      if (error instanceof Failure && error.status === 404) forget(id);
    }
    await messages;
  }

  async function news(id: string): Promise<void> {
    if (looking.current.has(id)) return void looking.current.set(id, true);
    looking.current.set(id, false);
    await look(id);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    const more = looking.current.get(id);
    looking.current.delete(id);
    if (more) await news(id);
  }

  const readAnew = useGathered<void>(() => {
    void refreshAll().catch(() => undefined);
    if (open) void news(open);
  }, LISTS);

  useHeard({
    heard({ event, data }) {
      const id = event === 'message' ? data.conversation_id : event === 'conversation' && data.id;
      if (!id) return;
      if (id === open || looking.current.has(id) || looking.current.size < MANY) void news(id);
      else readAnew();
    },
    missed: readAnew,
  });
}
