import { Link } from '@tanstack/react-router';
import type { TimelineView } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { Time } from '../shell/time.js';
import { Named } from './copy.js';
import { duration } from './durations.js';
import { asSent, Words } from './said-words.js';
import { Pill } from './tone.js';
import { useMessageWords } from './words.js';

/** What was written and answered, what became of it, and how it is named. */
export function Summary({ timeline, now }: { timeline: TimelineView; now: number }) {
  const words = useMessageWords();
  const { message, conversation_id, request_id, error, settled_at } = timeline;
  return (
    <section className="msg-card msg-summary" aria-label={words.title}>
      <header>
        <Outcome timeline={timeline} now={now} />
        <Time at={settled_at ?? message.created_at} />
        <nav>
          {timeline.answer && (
            <Link to="/messages/$sid/answer" params={{ sid: message.id }}>
              {words.why}
            </Link>
          )}
          <Link to="/inbox/$id" params={{ id: conversation_id }}>
            {words.conversation}
          </Link>
        </nav>
      </header>
      <Exchange timeline={timeline} />
      {error && (
        <p className="msg-trouble said">
          <strong>{words.error}:</strong> {error}
        </p>
      )}
      <footer>
        <Named name={message.id.startsWith('SM') ? words.sid : words.id} text={message.id} />
        {request_id && <Named name={words.requestId} text={request_id} />}
      </footer>
    </section>
  );
}

function Outcome({ timeline, now }: { timeline: TimelineView; now: number }) {
  const { locale } = useLanguage();
  const words = useMessageWords();
  const { outcome, tone, began_at, settled_at, message } = timeline;
  const word = outcome ?? (message.source === 'api' ? 'api' : 'none');
  const took = (settled_at === null ? now : Date.parse(settled_at)) - Date.parse(began_at);
  const text = duration(Math.max(0, took), locale);
  return (
    <>
      <Pill tone={tone}>{words.outcomes[word]}</Pill>
      {word !== 'api' && (
        <span className="numbers">{outcome ? words.took(text) : words.since(text)}</span>
      )}
    </>
  );
}

function Exchange({ timeline }: { timeline: TimelineView }) {
  const words = useMessageWords();
  const { message, answer, siblings, outcome, mode, parts } = timeline;
  const theirs = message.direction === 'inbound';
  const said = theirs ? answer : message;
  return (
    <div className="msg-exchange">
      {theirs && (
        <div className="msg-theirs">
          <h3>{words.wrote}</h3>
          {message.text ? (
            <Words label={words.wrote} text={message.text} />
          ) : (
            <p className="msg-none">{words.wroteNothing}</p>
          )}
          <Siblings siblings={siblings} />
        </div>
      )}
      <div className="msg-ours">
        <h3>
          {mode === 'person' ? words.byPerson : words.answer}
          {mode && mode !== 'person' && words.modes[mode] && ` ${words.modes[mode]}`}
          {parts.length > 1 && `, ${words.parts(parts.length)}`}
        </h3>
        {said ? (
          <Words label={words.answer} text={asSent(parts) || said.text} />
        ) : (
          <p className="msg-none">{outcome ? words.noAnswer : words.notYet}</p>
        )}
        <Cures parts={parts} />
      </div>
    </div>
  );
}

/** What was answered with it. */
function Siblings({ siblings }: Pick<TimelineView, 'siblings'>) {
  const words = useMessageWords();
  if (!siblings.length) return null;
  return (
    <div className="msg-siblings">
      <h3>{words.together(siblings.length)}</h3>
      <ul>
        {siblings.map(({ id, text }) => (
          <li key={id}>
            <Link to="/messages/$sid" params={{ sid: id }} className="said">
              <bdi>{text || id}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why parts were not sent, and what to do. */
function Cures({ parts }: Pick<TimelineView, 'parts'>) {
  const words = useMessageWords();
  const failed = parts.filter(({ error }) => error !== null);
  if (!failed.length) return null;
  return (
    <ul className="msg-cures">
      {failed.map(({ number, error_code, error, action }) => (
        <li key={number}>
          <p className="said">
            {error_code !== null && <code>{error_code}</code>} {error}
          </p>
          {action && (
            <p className="said">
              <strong>{words.cure}:</strong> {action}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
