import { Button, Loader } from '@mantine/core';
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Failed } from '../../shell/failed.js';
import { useLanguage } from '../../shell/language.js';
import { useNow } from '../../shell/time.js';
import { DownIcon } from '../icons.js';
import { dayOf, sameDay } from '../times.js';
import { useTranscript } from '../use-transcript.js';
import { useTalkWords } from '../words.js';
import { Bubble } from './bubble.js';

/** Pixels from an end from which on somebody is there. */
const NEAR = 120;

/** What was said, oldest first, the newest in view; older ones come on the way up. */
export function Messages({ id }: { id: string }) {
  const words = useTalkWords();
  const { locale } = useLanguage();
  const now = useNow(60_000);
  const transcript = useTranscript(id);
  const { messages, older, latest, reading, error, readOlder } = transcript;
  const { log, atEnd, onScroll, toEnd } = useScroll(messages[0]?.id, messages.at(-1)?.id);
  const scrolled = () => {
    onScroll();
    if (older && !error && log.current!.scrollTop < NEAR) void readOlder();
  };
  // A short page may leave nothing to scroll.
  useEffect(() => {
    const view = log.current;
    if (view && older && !error && view.scrollHeight <= view.clientHeight) void readOlder();
  });
  return (
    <div className="talk-frame">
      {/* A list that scrolls can be scrolled by keys once it has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        className="log"
        ref={log}
        tabIndex={0}
        role="log"
        aria-label={words.messages}
        onScroll={scrolled}
      >
        {older !== null && (
          <div className="log-older">
            {reading ? (
              <Loader size="xs" />
            ) : (
              <Button variant="subtle" size="compact-sm" onClick={() => void readOlder()}>
                {words.older}
              </Button>
            )}
          </div>
        )}
        {!!error && <Failed error={error} again={() => void readOlder()} />}
        {latest.isPending && !latest.error && <Loader m="auto" />}
        {latest.error && <Failed error={latest.error} again={() => void latest.refetch()} />}
        {latest.data && older === null && (
          <p className="log-begin">{messages.length ? words.beginning : words.nothing}</p>
        )}
        <ol>
          {messages.map((message, n) => (
            <Fragment key={message.id}>
              {!(n > 0 && sameDay(messages[n - 1].created_at, message.created_at)) && (
                <li className="log-day">
                  <span>{dayOf(message.created_at, now, locale)}</span>
                </li>
              )}
              <Bubble message={message} />
            </Fragment>
          ))}
        </ol>
      </div>
      {!atEnd && (
        <button type="button" className="to-newest" onClick={toEnd}>
          <DownIcon size={16} />
          {words.toNewest}
        </button>
      )}
    </div>
  );
}

/** Keeps what is read where it is: at the end when it was there, and in place when older ones come. */
function useScroll(first: string | undefined, last: string | undefined) {
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ first, last, height: 0, end: true });
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });
  const onScroll = () => {
    const { scrollTop, clientHeight, scrollHeight } = log.current!;
    const end = scrollHeight - scrollTop - clientHeight < NEAR;
    before.current.end = end;
    setAtEnd(end);
  };
  useLayoutEffect(() => {
    const view = log.current!;
    const was = before.current;
    if (was.first !== first && was.last === last && was.first)
      view.scrollTop += view.scrollHeight - was.height;
    else if (was.end) view.scrollTop = view.scrollHeight;
    before.current = { first, last, height: view.scrollHeight, end: was.end };
  });
  return { log, atEnd, onScroll, toEnd };
}
