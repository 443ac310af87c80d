import type { ReactNode } from 'react';
import type { AttemptView } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { Time } from '../../shell/time.js';
import { Copy } from '../copy.js';
import { clock, duration } from '../durations.js';
import { useTimeLineWords } from '../words.js';
import './details.css';
import type { Callback, Row } from './rows.js';

/** What more there is to know of a step. */
export function Details({ row, since }: { row: Row; since: number }) {
  const { locale } = useLanguage();
  const words = useTimeLineWords();
  const { name, began, ended, pending, next, attempt, callbacks, waitsFor } = row;
  const at = (ms: number) =>
    `${clock(new Date(ms).toISOString(), locale)} (+${duration(ms - since, locale)})`;
  return (
    <div role="row" className="tl-details">
      <div role="cell">
        <p>{words.about[name]}</p>
        <dl>
          {name !== 'callbacks' && <Fact name={words.began}>{at(began)}</Fact>}
          {name !== 'callbacks' && (
            <Fact name={words.ended}>
              {pending ? words.waitsFor(waitsFor ? words.waits[waitsFor] : '…') : at(ended)}
            </Fact>
          )}
          {pending && next && (
            <Fact name={words.next}>
              {clock(next, locale)}, <Time at={next} />
            </Fact>
          )}
          <Counted row={row} />
          {attempt && <Attempt attempt={attempt} />}
        </dl>
        {callbacks.length > 0 && (
          <ul className="tl-told">
            {callbacks.map((one) => (
              <Told key={`${one.sid} ${one.status}`} one={one} at={at} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="numbers">{children}</dd>
    </div>
  );
}

/** How often a worker came, or how often it failed. */
function Counted({ row: { name, count } }: { row: Row }) {
  const words = useTimeLineWords();
  if (count === null || (name === 'visit' && count < 2)) return null;
  if (name === 'visit') return <Fact name={words.names.visit}>{words.visits(count)}</Fact>;
  if (name !== 'failed_visit') return null;
  return <Fact name={words.names.failed_visit}>{words.failures(count)}</Fact>;
}

function Attempt({ attempt }: { attempt: AttemptView }) {
  const { locale } = useLanguage();
  const words = useTimeLineWords();
  const { cause, outcome, known_by, known_at, http_status, error_code, error, sid } = attempt;
  return (
    <>
      <Fact name={words.cause}>{words.causes[cause]}</Fact>
      <Fact name={words.http}>{http_status ?? '–'}</Fact>
      {error_code !== null && (
        <Fact name={words.code}>
          <a
            href={`https://www.twilio.com/docs/api/errors/${error_code}`}
            target="_blank"
            rel="noreferrer"
          >
            {error_code}
          </a>
        </Fact>
      )}
      {error !== null && (
        <Fact name={words.error}>
          <span className="said">{error}</span>
        </Fact>
      )}
      <Fact name={words.outcome}>
        {words.ends[outcome]}
        {known_by && `, ${words.knownBy[known_by]}`}
        {known_at && `, ${clock(known_at, locale)}`}
      </Fact>
      <Fact name={words.next}>
        {attempt.next_at ? clock(attempt.next_at, locale) : words.noNext}
      </Fact>
      {attempt.crashes > 0 && <Fact name="!">{words.crashes(attempt.crashes)}</Fact>}
      {sid && (
        <Fact name={words.sid}>
          <code>{sid}</code> <Copy what={words.sid} text={sid} />
        </Fact>
      )}
    </>
  );
}

function Told({ one, at }: { one: Callback; at: (ms: number) => string }) {
  const words = useTimeLineWords();
  const { status, by, error, error_code } = one;
  return (
    <li>
      <strong>{status}</strong> <span className="numbers">{at(Date.parse(one.at))}</span>
      {by === 'list' && <em> {words.byList}</em>}
      {error !== null && (
        <span className="said">
          {' '}
          {error_code} {error}
        </span>
      )}
    </li>
  );
}
