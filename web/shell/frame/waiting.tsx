import { useWaiting } from '../session.js';
import { useShellWords } from '../words.js';

/** More than so many aren't told apart. */
const MOST = 99;

/** How many wait for a person, beside the inbox's name and in it; nothing where nobody does. */
export function WaitingBadge() {
  const { shown, said } = useCount();
  return (
    said && (
      <>
        <span className="badge" aria-hidden="true">
          {shown}
        </span>
        <span className="unseen"> {said}</span>
      </>
    )
  );
}

/** The same for who hears the page, said when it changes. It stands where no closed menu hides it. */
export function WaitingSaid() {
  return (
    <span className="unseen" role="status">
      {useCount().said}
    </span>
  );
}

function useCount() {
  const words = useShellWords();
  const count = useWaiting();
  const shown = count > MOST ? `${MOST}+` : String(count);
  return { shown, said: count > 0 && words.waiting(shown) };
}
