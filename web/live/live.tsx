import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from '../api/client.js';
import { sessionControllerShow } from '../api/dist/sdk.gen.js';
import { Failure } from '../api/failure.js';
import { type Heard, isAffected } from './affected.js';
import { Connection } from './connection.js';
import { gather } from './gather.js';
import { allEars } from './heard.js';
import './live.css';
import { useLiveWords } from './words.js';

/** Milliseconds: see `gather`. */
const PACE = { within: 40, between: 150 };
/** Milliseconds after which it is worth a word that nothing is heard. */
const WORTH_A_WORD = 2000;

/** Keeps what is shown up to date, and says when it can't. */
export function Live() {
  const words = useLiveWords();
  const live = useLive();
  const [said, setSaid] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(live), live ? 0 : WORTH_A_WORD);
    return () => clearTimeout(timer);
  }, [live]);
  const text = said ? words.live : words.reconnecting;
  return (
    <span className="live" data-live={said} role="status" title={text}>
      <span>{text}</span>
    </span>
  );
}

/** Makes queries stale as the server tells of changes. Whether it does now. */
function useLive(): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(true);
  useEffect(() => {
    const gathered = gather<Heard>((all) => {
      const predicate = (query: Parameters<typeof isAffected>[0]) =>
        all.some((heard) => isAffected(query, heard));
      void queries.invalidateQueries({ predicate });
    }, PACE);
    const connection = new Connection(addressOf('/api/v1/events'), {
      heard: (heard) => {
        allEars.heard(heard);
        gathered.add(heard);
      },
      missed: () => {
        allEars.missed();
        // Not what is kept up to date by hand.
        const predicate = ({ meta }: Pick<Query, 'meta'>) => meta?.live?.length !== 0;
        void queries.invalidateQueries({ predicate });
      },
      live: setLive,
      stillSignedIn: () => sessionControllerShow().catch(unlessUnreached),
    });
    connection.start();
    return () => (connection.stop(), gathered.stop());
  }, [queries]);
  return live;
}

/** A server that is away may be back for the stream; who isn't signed in needs none. */
function unlessUnreached(error: unknown): void {
  if (error instanceof Failure && error.status === 401) throw error;
}
