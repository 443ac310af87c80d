import { Fragment, useEffect, useRef } from 'react';
import type { ListedMessage } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { useLanguage } from '../shell/language.js';
import { useNow } from '../shell/time.js';
import { Loading } from '../shell/loading.js';
import { Bubble, SendingBubble } from './bubble.js';
import type { useChat } from './use-chat.js';
import { usePhoneWords } from './words.js';

interface ChatProps {
  chat: ReturnType<typeof useChat>;
  /** Shows the request that carried a message. */
  onRequest(sid: string): void;
  /** Of which messages there is one to show. */
  known: ReadonlySet<string>;
  /** Absent for who may only look. */
  onReply?(message: ListedMessage): void;
}

/** What was said, by days, the newest at the end and in view; before anything was, what to ask. */
export function Chat({ chat, onRequest, known, onReply }: ChatProps) {
  const words = usePhoneWords();
  const { query, messages, sending, typing } = chat;
  const list = useNewestInView(messages.length + sending.length + Number(typing));
  const bySid = new Map(messages.map((one) => [one.sid, one]));
  const empty = !query.isPending && !messages.length && !sending.length;
  return (
    // A list that scrolls can be scrolled by keys once it has the focus.
    <div className="talk" ref={list} tabIndex={0} role="log" aria-label={words.talk}>
      {query.isPending && !query.error && <Loading />}
      {query.error && <Failed error={query.error} again={() => void query.refetch()} />}
      {empty && onReply && !query.error && <Examples onAsk={(body) => void chat.send({ body })} />}
      <ol>
        {messages.map((message, n) => (
          <Fragment key={message.sid}>
            <Day message={message} before={messages[n - 1]} />
            <Bubble
              message={message}
              of={bySid.get(message.original_replied_message_sid ?? '')}
              onReply={onReply && (() => onReply(message))}
              onTap={onReply && ((draft) => void chat.send(draft))}
              onRequest={known.has(message.sid) ? () => onRequest(message.sid) : undefined}
            />
          </Fragment>
        ))}
        {sending.map((one) => (
          <SendingBubble
            key={one.sid}
            sending={one}
            again={() => {
              chat.forget(one.sid);
              void chat.send(one.draft);
            }}
          />
        ))}
        {typing && (
          <li className="bubble" data-mine={false}>
            <div className="paper typing" role="img" aria-label={words.typing}>
              <i />
              <i />
              <i />
            </div>
          </li>
        )}
      </ol>
    </div>
  );
}

function Examples({ onAsk }: { onAsk: (question: string) => void }) {
  const words = usePhoneWords();
  return (
    <div className="examples">
      <p>{words.tryOne}</p>
      {words.examples.map((question) => (
        <button key={question} type="button" onClick={() => onAsk(question)}>
          {question}
        </button>
      ))}
    </div>
  );
}

/** The day, before the first message of it. */
function Day({ message, before }: { message: ListedMessage; before?: ListedMessage }) {
  const { locale } = useLanguage();
  const now = useNow(60_000);
  const [day, previous] = [message, before].map((one) => one && midnight(new Date(one.created_at)));
  if (day === previous) return null;
  const ago = Math.round((day! - midnight(new Date(now))) / 86_400_000);
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const far = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return (
    <li className="day">
      <span>{ago > -2 ? near.format(ago, 'day') : far.format(day)}</span>
    </li>
  );
}

const midnight = (date: Date) => date.setHours(0, 0, 0, 0);

/** Pixels of the message before that are still seen, above a long one. */
const BEFORE = 84;

/** Scrolls to what is new when a list grows: to its end, or to its beginning if it is a long one. */
function useNewestInView(length: number) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = list.current;
    const newest = view?.querySelector<HTMLElement>('ol > :last-child');
    if (!length || !view || !newest) return;
    const long = newest.offsetHeight > view.clientHeight;
    view.scrollTop = long ? newest.offsetTop - view.offsetTop - BEFORE : view.scrollHeight;
  }, [length]);
  return list;
}
