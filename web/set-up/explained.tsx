import type { SetUpFinding, SetUpItem } from '../api/dist/types.gen.js';
import { useSetUpWords } from './words.js';

/** What was found: what it means in the page's language, the rest in the server's words. */
export function Explained({ found, part }: { found: SetUpFinding; part: SetUpItem['id'] }) {
  const words = useSetUpWords();
  const { state, summary, cause, cure } = found;
  if (cause === null)
    return (
      <p className="said" lang="en">
        {summary}
      </p>
    );
  return (
    <>
      <p>{state === 'unknown' ? words.notKnown : words.meanings[part]}</p>
      <dl>
        <dt>{words.cause}</dt>
        <dd className="said" lang="en">
          {cause}
        </dd>
        {cure && (
          <>
            <dt>{words.cure}</dt>
            <dd className="said" lang="en">
              {cure}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
