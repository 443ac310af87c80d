import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { MessageView } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { Said } from '../../shell/said.js';
import { BotIcon, PersonIcon } from '../icons.js';
import { type Delivery, Ticks } from '../ticks.js';
import { clock, exact } from '../times.js';
import { useTalkWords } from '../words.js';
import { Details, readDetails } from './details.js';

/** A message: the sender's, or ours with the parts as which it was sent. */
export const Bubble = memo(function Bubble({ message }: { message: MessageView }) {
  const words = useTalkWords();
  const { id, direction, text, parts, outcome, mode } = message;
  const inbound = direction === 'inbound';
  const person = mode === 'person';
  const [only] = parts;
  const said: ReactNode =
    parts.length > 1
      ? parts.map((part, n) => <PartOf key={n} part={part} at={message.created_at} />)
      : text && <Said>{only?.text ?? text}</Said>;
  return (
    <li className="said-by" data-side={inbound ? 'them' : person ? 'person' : 'bot'}>
      <div className="said-paper">
        <span className={inbound ? 'unseen' : 'said-author'}>
          {inbound ? words.sender : <Author mode={mode} />}
        </span>
        <Details details={readDetails(message.details)} />
        {said}
        {parts.length < 2 && (
          <Stamp at={message.created_at}>{only && <Ticks delivery={deliveryOf(only)} />}</Stamp>
        )}
      </div>
      {parts.map((part, n) => (
        <Fault key={n} part={part} />
      ))}
      <div className="said-below">
        {inbound && outcome !== 'answered' && (
          <span className="said-outcome" data-outcome={outcome ?? 'inWork'}>
            {words.outcomes[outcome ?? 'inWork']}
          </span>
        )}
        {message.source === 'whatsapp' && (
          <Link to="/messages/$sid" params={{ sid: id }}>
            {words.timeLine}
          </Link>
        )}
        {!inbound && !person && (
          <Link to="/messages/$sid/answer" params={{ sid: id }}>
            {words.why}
          </Link>
        )}
      </div>
    </li>
  );
});

function Author({ mode }: { mode: string | null }) {
  const words = useTalkWords();
  if (mode === 'person')
    return (
      <>
        <PersonIcon size={13} />
        {words.person}
      </>
    );
  const how = mode && words.modes[mode];
  return (
    <>
      <BotIcon size={13} />
      {words.bot}
      {how && ` · ${how}`}
    </>
  );
}

type Part = MessageView['parts'][number];

function PartOf({ part, at }: { part: Part; at: string }) {
  return (
    <div className="said-part">
      <Said>{part.text}</Said>
      <Stamp at={at}>
        <Ticks delivery={deliveryOf(part)} />
      </Stamp>
    </div>
  );
}

function Stamp({ at, children }: { at: string; children: ReactNode }) {
  const { locale } = useLanguage();
  return (
    <span className="said-stamp numbers">
      <time dateTime={at} title={exact(at, locale)}>
        {clock(at, locale)}
      </time>
      {children}
    </span>
  );
}

/** What went wrong with a part, and what to do about it. */
function Fault({ part: { state, error, error_code, action } }: { part: Part }) {
  const words = useTalkWords();
  if (state !== 'dead' && state !== 'uncertain') return null;
  return (
    <div className="said-fault" role="note" data-state={state}>
      <strong>{state === 'dead' ? words.outcomes.dead : words.outcomes.uncertain}</strong>
      {error_code !== null && <span> · {words.attempted(error_code)}</span>}
      {error && <p className="said">{error}</p>}
      {action && <p className="said">{action}</p>}
      <Link to="/failures">{words.failures}</Link>
    </div>
  );
}

/** The API tells this of all parts together in its lists; here each has its own. */
function deliveryOf({ state, status }: Part): Delivery {
  if (state === 'accepted') return status === 'read' || status === 'delivered' ? status : 'sent';
  if (state === 'dead') return 'failed';
  return state === 'uncertain' || state === 'stopped' ? state : 'pending';
}
