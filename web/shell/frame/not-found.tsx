import { Link } from '@tanstack/react-router';
import { Empty } from '../empty.js';
import '../press.css';
import { useShellWords } from '../words.js';

/** Any address that is no screen's. */
export function NotFound() {
  const words = useShellWords();
  return (
    <Empty title={words.notFound}>
      {words.notFoundHint}
      <p>
        <Link to="/" className="press" data-kind="soft">
          {words.toStart}
        </Link>
      </p>
    </Empty>
  );
}
