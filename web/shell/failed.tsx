import { Failure } from '../api/failure.js';
import { Press } from './press.js';
import { useShellWords } from './words.js';

/** What went wrong, in the server's words, and the way to try it again. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const words = useShellWords();
  const failure = error instanceof Failure ? error : new Failure(error);
  const unreached = failure.status === undefined;
  const title = unreached ? words.unreached : (failure.title ?? words.failed);
  return (
    <div className="failed" role="alert">
      <strong>{title}</strong>
      <p className="said">{unreached ? words.unreachedHint : failure.detail}</p>
      <div>
        {again && (
          <Press size="small" onClick={again}>
            {words.tryAgain}
          </Press>
        )}
        {failure.requestId && (
          <small>
            {words.request} <code>{failure.requestId}</code>
          </small>
        )}
      </div>
    </div>
  );
}
