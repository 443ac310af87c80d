import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { failuresControllerListInfiniteOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { FailureCountsView, FailureView } from '../api/dist/types.gen.js';
import { Empty } from '../shell/empty.js';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { WarningIcon } from '../shell/icons.js';
import { Loading } from '../shell/loading.js';
import { More } from '../shell/more.js';
import { Decide, type Decision } from './decide.js';
import { FailureList } from './failure-list.js';
import './failures.css';
import { Held } from './held.js';
import { Outcome, type Result } from './outcome.js';
import { useFailuresWords } from './words.js';

type Kind = FailureView['kind'];
const KINDS: Kind[] = ['dead', 'uncertain', 'fallback'];

/** The kind that the address asks for. */
function useKind(): Kind | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return KINDS.find((one) => one === search.kind);
}

/** What was given up, is uncertain or could not be answered, for a person to decide. */
export function FailuresPage() {
  const words = useFailuresWords();
  const kind = useKind();
  const [result, setResult] = useState<Result>();
  // It is kept here: what it is about may leave the list while somebody thinks it over.
  const [decision, decide] = useState<Decision>();
  const [round, setRound] = useState(0);
  const list = useInfiniteQuery({
    ...failuresControllerListInfiniteOptions({ query: { limit: 50, ...(kind && { kind }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: (before) => before,
  });
  const [page] = list.data?.pages ?? [];
  const failures = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="failing">
      <Heading title={words.title} />
      {page && <Held page={page} />}
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {page && <Filter kind={kind} counts={page.counts} />}
      {result && <Outcome result={result} onClose={() => setResult(undefined)} />}
      {page &&
        (failures.length ? (
          <FailureList key={`${kind} ${round}`} failures={failures} onDecide={decide} />
        ) : (
          <Nothing kind={kind} />
        ))}
      <More list={list} />
      <Decide
        decision={decision}
        onDone={(done) => {
          setResult(done);
          setRound(round + 1);
          decide(undefined);
        }}
        onClose={() => decide(undefined)}
      />
    </div>
  );
}

function Nothing({ kind }: { kind: Kind | undefined }) {
  const words = useFailuresWords();
  return (
    <Empty icon={<WarningIcon />} title={kind ? words.noneOfKind : words.empty}>
      {kind ? words.noneOfKindHint : words.emptyHint}
    </Empty>
  );
}

function Filter({ kind, counts }: { kind: Kind | undefined; counts: FailureCountsView }) {
  const words = useFailuresWords();
  const all = counts.dead + counts.uncertain + counts.fallback;
  return (
    <>
      <p className="lead">{kind ? words.kindHints[kind] : words.lead}</p>
      <nav className="kinds" aria-label={words.filter}>
        <KindLink name={words.all} count={all} here={!kind} />
        {KINDS.map((one) => (
          <KindLink
            key={one}
            kind={one}
            name={words.kinds[one]}
            count={counts[one]}
            here={kind === one}
          />
        ))}
      </nav>
    </>
  );
}

interface KindLinkProps {
  kind?: Kind;
  name: string;
  count: number;
  here: boolean;
}

function KindLink({ kind, name, count, here }: KindLinkProps) {
  return (
    <Link
      to="/failures"
      search={(kind ? { kind } : {}) as never}
      aria-current={here ? 'page' : undefined}
    >
      {name} <span className="numbers">{count}</span>
    </Link>
  );
}
