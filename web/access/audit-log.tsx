import { Button, Code, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { auditControllerListInfiniteOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { AuditView } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Time } from '../shell/time.js';
import { useShellWords } from '../shell/words.js';
import { useAccessWords } from './words.js';

const PAGE = 50;

/** What was done, the latest first. */
export function AuditLog() {
  const words = useAccessWords();
  const shell = useShellWords();
  const log = useInfiniteQuery({
    ...auditControllerListInfiniteOptions({ query: { limit: PAGE } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  if (log.error && !log.data) return <Failed error={log.error} again={() => void log.refetch()} />;
  if (!log.data) return <Loader aria-label={shell.loading} />;
  const entries = log.data.pages.flatMap(({ items }) => items);
  return (
    <section className="access" aria-labelledby="audit">
      <h2 id="audit">{words.audit}</h2>
      <p>{entries.length ? words.auditHint : words.auditNone}</p>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <Button
          variant="default"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: AuditView }) {
  const words = useAccessWords();
  const { at, name, by, action, target, fields, status, address } = entry;
  return (
    <li>
      <Time at={at} />
      <strong>{name}</strong>
      <small>
        {words.by[by]}, {address}
      </small>
      <Code>
        {action} {status ?? `(${words.underWay})`}
      </Code>
      <small>{[target, fields.join(', ')].filter(Boolean).join(': ')}</small>
    </li>
  );
}
