import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedMessage } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { Said } from '../shell/said.js';
import { Content } from './content/content.js';
import { Ticks } from './ticks.js';
import { useSwipe } from './swipe.js';
import type { Draft, Sending } from './use-chat.js';
import { usePhoneWords } from './words.js';

interface BubbleProps {
  message: ListedMessage;
  /** The message that it answers, where it is shown, too. */
  of?: ListedMessage;
  onRequest?(): void;
  onTap?(draft: Draft): void;
  onReply?(): void;
}

/** A message of the list, by either side, and the way to what became of it. */
export function Bubble({ message, of, onRequest, onTap, onReply }: BubbleProps) {
  const words = usePhoneWords();
  const { direction, sid, status, error_code, created_at } = message;
  const ours = direction === 'outbound';
  return (
    <Shape
      mine={!ours}
      at={created_at}
      tick={<Ticks status={status} code={error_code} />}
      text={<Content message={message} of={of} onTap={onTap} />}
      onSwipe={onReply}
    >
      {onReply && (
        <button type="button" onClick={onReply}>
          {words.reply}
        </button>
      )}
      <Link to="/messages/$sid" params={{ sid }}>
        {words.timeLine}
      </Link>
      {ours && (
        <Link to="/messages/$sid/answer" params={{ sid }}>
          {words.why}
        </Link>
      )}
      {onRequest && (
        <button type="button" onClick={onRequest}>
          {words.request}
        </button>
      )}
    </Shape>
  );
}

/** What was written a moment ago, or did not go out. */
export function SendingBubble({ sending, again }: { sending: Sending; again: () => void }) {
  const words = usePhoneWords();
  const { draft, at, error } = sending;
  const text = draft.body ?? draft.button_text ?? words.file;
  const tick = <Ticks status={error ? 'failed' : 'sending'} />;
  return (
    <Shape mine at={at} tick={tick} text={<Said>{text}</Said>}>
      {error && (
        <>
          <span role="alert">{error.message}</span>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </>
      )}
    </Shape>
  );
}

interface ShapeProps {
  mine: boolean;
  at: string;
  tick: ReactNode;
  text: ReactNode;
  onSwipe?(): void;
  children?: ReactNode;
}

function Shape({ mine, at, tick, text, onSwipe, children }: ShapeProps) {
  const { locale } = useLanguage();
  const words = usePhoneWords();
  const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <li className="bubble" data-mine={mine} {...useSwipe(onSwipe)}>
      <div className="paper">
        <span className="unseen">{mine ? words.person : words.business}</span>
        {text}
        <span className="stamp">
          <time dateTime={at}>{format.format(new Date(at))}</time>
          {tick}
        </span>
      </div>
      <div className="below">{children}</div>
    </li>
  );
}
