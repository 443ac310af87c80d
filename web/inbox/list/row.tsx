import { memo } from 'react';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { useMasked } from '../../shell/masked.js';
import { HandIcon, MutedIcon, PersonIcon, PlugIcon } from '../icons.js';
import { Ticks } from '../ticks.js';
import { shortTime } from '../times.js';
import { useInboxWords } from '../words.js';
import { Face } from '../face.js';
import { nameOf } from '../name.js';
import { endOf, WindowRing } from '../window.js';

interface RowProps {
  conversation: ConversationView;
  open: boolean;
  active: boolean;
  /** Milliseconds, of the minute: the row is drawn anew when it changes. */
  now: number;
  onOpen(id: string): void;
}

/** One conversation of the list. Whatever was said in it, a row is as high as any other. */
export const Row = memo(function Row({ conversation, open, active, now, onOpen }: RowProps) {
  const words = useInboxWords();
  const { locale } = useLanguage();
  const { mask } = useMasked();
  const { id, unread, waiting_since, waiting_reason, mode } = conversation;
  const { opted_out, channel, activity_at } = conversation;
  const name = mask(nameOf(conversation));
  return (
    <div
      id={`conversation-${id}`}
      role="option"
      aria-selected={open}
      className="row"
      data-active={active}
      data-unread={unread > 0}
      onClick={() => onOpen(id)}
    >
      <Face id={id} name={name} />
      <div className="row-body">
        <div className="row-line">
          <bdi className="said row-name" translate="no">
            {name}
          </bdi>
          <time className="numbers" dateTime={activity_at}>
            {shortTime(activity_at, now, locale, words.yesterday)}
          </time>
        </div>
        <div className="row-line">
          <Preview conversation={conversation} />
          {unread > 0 && (
            <span className="badge">
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <span className="unseen">{words.unreadCount(unread)}</span>
            </span>
          )}
        </div>
        <div className="row-line row-signs">
          {waiting_since !== null && (
            <Sign
              label={waiting_reason ? words.waitsFor[waiting_reason] : words.waits}
              hint={words.waits}
              urgent
            >
              <HandIcon size={14} />
            </Sign>
          )}
          {mode === 'human' && (
            <Sign label={words.person} hint={words.who.human}>
              <PersonIcon size={14} />
            </Sign>
          )}
          {opted_out && (
            <Sign label={words.optedOut}>
              <MutedIcon size={14} />
            </Sign>
          )}
          {channel === 'api' && (
            <Sign label={words.api}>
              <PlugIcon size={14} />
            </Sign>
          )}
          <WindowRing ends={endOf(conversation.window)} now={now} />
        </div>
      </div>
    </div>
  );
});

interface SignProps {
  label: string;
  hint?: string;
  urgent?: boolean;
  children: React.ReactNode;
}

function Sign({ label, hint, urgent, children }: SignProps) {
  return (
    <span className="sign" data-urgent={urgent} title={hint}>
      {children}
      {label}
    </span>
  );
}

/** Without the marks of Markdown and WhatsApp, which a line of a list has no room for. */
function plain(text: string): string {
  return text.replace(/^[#>-]+ |(?<=^|[\s(])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?=[\s.,:;!?)]|$)/gm, '');
}

/** What was said last, on one line. */
function Preview({ conversation: { last_message } }: { conversation: ConversationView }) {
  const words = useInboxWords();
  if (!last_message) return <span className="row-text">{words.nothingSaid}</span>;
  const { text, kind, direction, status } = last_message;
  return (
    <span className="row-text">
      {status ? (
        <Ticks delivery={status} />
      ) : (
        direction === 'outbound' && <span className="unseen">{words.us}: </span>
      )}
      {kind && <span className="row-kind">{words.kinds[kind] ?? kind}</span>}
      <span className="said" dir="auto">
        {plain(text)}
      </span>
    </span>
  );
}
