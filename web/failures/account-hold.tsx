import type { FailurePage } from '../api/dist/types.gen.js';
import { Time } from '../shell/time.js';
import { useFailuresWords } from './words.js';

/** That no message goes out at all, why, and what cures it. */
export function AccountHold({ hold }: { hold: NonNullable<FailurePage['account']> }) {
  const words = useFailuresWords();
  const { code, message, action, since, waiting, next_try_at } = hold;
  return (
    <section className="hold" aria-label={words.account} role="alert">
      <strong>{words.account}</strong>
      <p className="said">
        {code !== null && <code>{words.code(code)}</code>} {message}
      </p>
      {action && <p className="cure said">{action}</p>}
      <small>
        <span className="numbers">{words.accountWaiting(waiting)}</span>
        <span>
          {words.accountSince} <Time at={since} />
        </span>
        <span>
          {words.accountNext} <Time at={next_try_at} />
        </span>
      </small>
    </section>
  );
}
