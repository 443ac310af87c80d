import type { FailurePage } from '../api/dist/types.gen.js';
import { Time } from '../shell/time.js';
import { useFailuresWords } from './words.js';

/** What Twilio refuses: the account, and then no message goes out; and each line whose own wait. */
export function Held({ page: { account, held_lines: lines } }: { page: FailurePage }) {
  const words = useFailuresWords();
  return (
    <>
      {account && <Hold title={words.account} hold={account} />}
      {lines.map((hold) => (
        <Hold key={hold.line} title={words.heldLine(hold.line)} hold={hold} />
      ))}
    </>
  );
}

interface HoldProps {
  title: string;
  hold: NonNullable<FailurePage['account']>;
}

/** Why it is, what cures it, and who waits. */
function Hold({ title, hold }: HoldProps) {
  const words = useFailuresWords();
  const { code, message, action, since, waiting, next_try_at } = hold;
  return (
    <section className="hold" aria-label={title} role="alert">
      <strong>{title}</strong>
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
