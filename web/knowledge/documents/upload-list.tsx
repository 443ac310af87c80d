import { Button, CloseButton, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useKnowledgeWords } from '../words.js';
import { isUnderWay, type Upload, uploads } from './uploads.js';

/** The files that were given, each with how far it is, or what became of it. */
export function UploadList() {
  const words = useKnowledgeWords();
  const list = useSyncExternalStore(uploads.subscribe, uploads.all);
  if (!list.length) return null;
  return (
    <section className="uploads" aria-label={words.uploads}>
      <ul>
        {list.map((upload) => (
          <Given key={upload.id} upload={upload} />
        ))}
      </ul>
      {list.some((one) => !isUnderWay(one)) && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => uploads.clear()}>
          {words.clear}
        </Button>
      )}
    </section>
  );
}

function Given({ upload }: { upload: Upload }) {
  const words = useKnowledgeWords();
  const { id, name, state, percent, document } = upload;
  return (
    <li data-state={state}>
      <span className="said name" dir="auto">
        {document ? (
          <Link to="/knowledge/$id" params={{ id: document.id }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </span>
      <Became upload={upload} />
      {isUnderWay(upload) && (
        <>
          <CloseButton
            size="sm"
            aria-label={`${words.stop}: ${name}`}
            onClick={() => uploads.stop(id)}
          />
          <Progress
            value={percent}
            size="xs"
            animated={state === 'reading'}
            aria-label={name}
            className="progress"
          />
        </>
      )}
    </li>
  );
}

/** Said aloud when it changes, but for each percent. */
function Became({ upload: { state, percent, document, failure } }: { upload: Upload }) {
  const words = useKnowledgeWords();
  if (state === 'sending') return <span className="became numbers">{words.sent(percent)}</span>;
  return (
    <span className="became" role="status">
      {state === 'waits' && words.waits}
      {state === 'reading' && words.reading}
      {state === 'stopped' && words.stopped}
      {document && `${words.outcomes[document.outcome]} · ${words.passages(document.chunks)}`}
      {failure && (
        <>
          <strong>{words.notTaken}</strong>{' '}
          <span className="said">
            {failure === 'too-large'
              ? words.tooLarge
              : failure.status === undefined
                ? words.unreached
                : failure.message}
          </span>
        </>
      )}
    </span>
  );
}
