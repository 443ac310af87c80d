import type { AttemptEvidence } from '../api/dist/types.gen.js';
import { Time } from '../shell/time.js';
import './evidence.css';
import { useFailuresWords } from './words.js';

/** What is known of attempts without a good end, on both sides, for a person to decide. */
export function Evidence({ evidence }: { evidence: AttemptEvidence[] }) {
  const words = useFailuresWords();
  if (!evidence.length) return null;
  return (
    <details className="evidence">
      <summary>{words.evidence}</summary>
      {evidence.map((one) => (
        <AttemptSides key={one.attempt} one={one} />
      ))}
    </details>
  );
}

/** Of one attempt: what is known here, and at Twilio. */
export function AttemptSides({ one }: { one: AttemptEvidence }) {
  const words = useFailuresWords();
  const { attempt, begun_at, to, from, result, sid, twilio } = one;
  return (
    <div className="sides">
      <section>
        <h4>{words.here}</h4>
        <p>
          {words.attempt} <code>{attempt.slice(0, 8)}</code>, {words.begun} <Time at={begun_at} />
        </p>
        <p>
          {from !== null && (
            <>
              {words.from} <bdi className="said">{from}</bdi>{' '}
            </>
          )}
          {words.to} <bdi className="said">{to}</bdi>
        </p>
        <p className="said">{result ?? words.noResult}</p>
        {sid && (
          <p>
            {words.sid} <code className="said">{sid}</code>
          </p>
        )}
      </section>
      <section>
        <h4>{words.atTwilio}</h4>
        {twilio ? <Look look={twilio} /> : <p>{words.notLooked}</p>}
      </section>
    </div>
  );
}

function Look({ look }: { look: NonNullable<AttemptEvidence['twilio']> }) {
  const words = useFailuresWords();
  const { looks, looked_at, complete, problem, absent_since, candidates } = look;
  return (
    <>
      <p>
        {words.looks(looks)} <Time at={looked_at} />
      </p>
      {problem && <p className="said">{problem}</p>}
      {!problem && !complete && <p>{words.incomplete}</p>}
      {absent_since ? (
        <p>
          {words.absent} <Time at={absent_since} />. {words.absentHint}
        </p>
      ) : (
        !candidates.length && complete && <p>{words.noneYet}</p>
      )}
      <ul>
        {candidates.map(({ sid, status, date_created, fits, why }) => (
          <li key={sid}>
            <strong>{fits ? words.fits : words.fitsNot}</strong>:{' '}
            <code className="said">{sid}</code> {status}, <Time at={date_created} />.{' '}
            <span className="said">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
