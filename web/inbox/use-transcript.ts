import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  conversationsControllerOneOptions,
  messagesControllerListOptions,
} from '../api/dist/@tanstack/react-query.gen.js';
import { messagesControllerList } from '../api/dist/sdk.gen.js';
import type { MessageView } from '../api/dist/types.gen.js';

const SIZE = 50;

/** What is known of a conversation's messages, oldest first, and where older ones begin. */
interface Known {
  messages: MessageView[];
  older: string | null;
}

const NOTHING: Known = { messages: [], older: null };

/** What `useNews` keeps up to date, and nobody else. */
const BY_HAND = { meta: { live: [] } };

/** What is known of a conversation. */
export const conversationQuery = (id: string) => ({
  ...conversationsControllerOneOptions({ path: { id } }),
  ...BY_HAND,
});

/** The latest page of a conversation's messages. */
export const messagesQuery = (id: string) => ({
  ...messagesControllerListOptions({ path: { id }, query: { first: 'newest', limit: SIZE } }),
  ...BY_HAND,
});

/** A conversation's messages: the latest, which are read anew whenever they change, and older ones. */
export function useTranscript(id: string) {
  const latest = useQuery(messagesQuery(id));
  const [kept, keep] = useState(NOTHING);
  const [reading, setReading] = useState(false);
  const [error, setError] = useState<unknown>();
  const known = useMemo(() => joined(kept, latest.data), [kept, latest.data]);
  // What leaves the latest page is known all the same.
  useEffect(() => keep(known), [known]);

  const readOlder = useCallback(async () => {
    if (!known.older || reading) return;
    setReading(true);
    setError(undefined);
    try {
      const query = { first: 'newest', limit: SIZE, cursor: known.older } as const;
      const { data } = await messagesControllerList({ path: { id }, query, throwOnError: true });
      keep((now) => ({
        messages: [...data.items.toReversed(), ...now.messages],
        older: data.next_cursor,
      }));
    } catch (failure) {
      setError(failure);
    } finally {
      setReading(false);
    }
  }, [id, known.older, reading]);
  return { latest, ...known, reading, error, readOlder };
}

type LatestPage = { items: MessageView[]; next_cursor: string | null };

/** Joins the latest page to what is known; where nothing of it is known, that is too far back. */
function joined(known: Known, page: LatestPage | undefined): Known {
  if (!page) return known;
  const latest = page.items.toReversed();
  const ids = new Set(latest.map(({ id }) => id));
  const at = known.messages.findIndex(({ id }) => ids.has(id));
  if (at < 0) return { messages: latest, older: page.next_cursor };
  const earlier = known.messages.slice(0, at);
  const same = known.messages.length === at + latest.length && known.messages[at] === latest[0];
  if (same && latest.every((one, n) => one === known.messages[at + n])) return known;
  return { messages: [...earlier, ...latest], older: known.older };
}
