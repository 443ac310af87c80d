import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { timelineControllerTimelineOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { TimelineView } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { useMasked } from '../shell/masked.js';
import { useNow } from '../shell/time.js';
import { Actions } from './actions.js';
import { TimeLine } from './chart/time-line.js';
import './beside.css';
import './message.css';
import { Received } from './received.js';
import { Sides } from './sides.js';
import { Summary } from './summary.js';
import { useMessageWords, useTimeLineWords } from './words.js';

/** Milliseconds between two looks while something is still to come. */
const LOOK_MS = 2000;

/** What became of a message: every step of it, from received to read. */
export function MessagePage() {
  const words = useMessageWords();
  const { sid = '' } = useParams({ strict: false });
  const { masked } = useMasked();
  const timeline = useQuery({
    ...timelineControllerTimelineOptions({
      path: { sid },
      query: masked ? {} : { reveal: 'true' },
    }),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.pending ? LOOK_MS : false),
  });
  const { data, error, dataUpdatedAt } = timeline;
  return (
    <>
      <Heading title={words.title}>{data && <Actions sid={sid} timeline={data} />}</Heading>
      {error && <Failed error={error} again={() => void timeline.refetch()} />}
      {data && <Message timeline={data} readAt={dataUpdatedAt} />}
    </>
  );
}

function Message({ timeline, readAt }: { timeline: TimelineView; readAt: number }) {
  const words = useTimeLineWords();
  const now = useStoreTime(timeline, readAt);
  return (
    <div className="message-screen">
      <Summary timeline={timeline} now={now} />
      <section className="msg-card" aria-label={words.title}>
        <h2>{words.title}</h2>
        <TimeLine timeline={timeline} now={now} />
      </section>
      <Sides timeline={timeline} />
      <Received timeline={timeline} />
    </div>
  );
}

/** The time by the clock of the store, which moves on while something is pending. */
function useStoreTime({ now, pending }: TimelineView, readAt: number): number {
  const here = useNow(1000);
  return Date.parse(now) + (pending ? Math.max(0, here - readAt) : 0);
}
