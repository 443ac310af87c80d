import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedMessage } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { Said } from '../shell/said.js';
import { Ticks } from './ticks.js';
import type { Sending } from './use-chat.js';
import { usePhoneWords } from './words.js';

/** A message of the list, by either side; the business's leads to what became of it. */
export function Bubble({ message, onRequest }: { message: ListedMessage; onRequest?: () => void }) {
  const words = usePhoneWords();
  const { direction, body, sid, status, error_code, created_at, media } = message;
  const ours = direction === 'outbound';
  const inner = (
    <>
      {media.map(({ sid, content_type }) => (
        <div key={sid} className="medium">
          {content_type ?? words.file}
        </div>
      ))}
      {body && <Said>{body}</Said>}
    </>
  );
  return (
    <Shape
      mine={!ours}
      at={created_at}
      tick={<Ticks status={status} code={error_code} />}
      text={inner}
    >
      {ours && (
        <>
          <Link to="/messages/$sid" params={{ sid }}>
            {words.timeLine}
          </Link>
          <Link to="/messages/$sid/answer" params={{ sid }}>
            {words.why}
          </Link>
        </>
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
  const { body, at, error } = sending;
  const tick = <Ticks status={error ? 'failed' : 'sending'} />;
  return (
    <Shape mine at={at} tick={tick} text={<Said>{body}</Said>}>
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
  children?: ReactNode;
}

function Shape({ mine, at, tick, text, children }: ShapeProps) {
  const { locale } = useLanguage();
  const words = usePhoneWords();
  const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <li className="bubble" data-mine={mine}>
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
