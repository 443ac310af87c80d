import { Alert, Loader, Progress } from '@mantine/core';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { useShellWords } from '../shell/words.js';
import { Part } from './part.js';
import './set-up.css';
import { useSetUp } from './use-set-up.js';
import { useSetUpWords } from './words.js';

/** A checklist of what must fit together, each line with its cause and its cure. */
export function SetUpPage() {
  const words = useSetUpWords();
  const shell = useShellWords();
  const { data, error, refetch } = useSetUp();
  if (!data)
    return (
      <>
        <Heading title={words.title} />
        {error ? (
          <Failed error={error} again={() => void refetch()} />
        ) : (
          <Loader aria-label={shell.loading} />
        )}
      </>
    );
  const wanted = data.items.filter(({ state }) => state !== 'not_applicable');
  const right = wanted.filter(({ state }) => state === 'ok').length;
  return (
    <>
      <Heading title={words.title} />
      <p className="progress" role="status">
        {words.progress(right, wanted.length)}
      </p>
      <Progress
        value={(100 * right) / Math.max(1, wanted.length)}
        color={data.complete ? 'leaf' : 'yellow'}
        mb="lg"
        aria-label={words.progress(right, wanted.length)}
      />
      {data.complete && (
        <Alert color="leaf" variant="light" title={words.complete} mb="lg">
          {words.completeHint}
        </Alert>
      )}
      {error && <Failed error={error} again={() => void refetch()} />}
      <May do={scopes.setUpControllerCheck} note />
      <ol className="parts">
        {data.items.map((item) => (
          <Part key={item.id} item={item} />
        ))}
      </ol>
    </>
  );
}
