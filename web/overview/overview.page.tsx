import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { statsControllerFiguresOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { StatsView } from '../api/dist/types.gen.js';
import { Empty } from '../shell/empty.js';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { ChartIcon } from '../shell/icons.js';
import { Loading } from '../shell/loading.js';
import { useSession } from '../shell/session.js';
import { Budget } from './budget.js';
import { Durations } from './durations.js';
import { Numbers } from './numbers.js';
import './overview.css';
import { RANGES, type Range, useRange, useSpan } from './span.js';
import { Steps } from './steps.js';
import { Unanswered } from './unanswered.js';
import { useOverviewWords } from './words.js';

/** Besides what is heard live: the server keeps figures for a second, and the queue grows older. */
const REFRESHED_MS = 10_000;

/** What happened lately, in figures, and what the documents lack. */
export function OverviewPage() {
  const words = useOverviewWords();
  const range = useRange();
  const span = useSpan(range);
  const figures = useQuery({
    ...statsControllerFiguresOptions({ query: span }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESHED_MS,
  });
  return (
    <div className="overview">
      <Heading title={words.title}>
        <Ranges range={range} />
      </Heading>
      {figures.error && <Failed error={figures.error} again={() => void figures.refetch()} />}
      {figures.data ? <Figures view={figures.data} /> : !figures.error && <Loading />}
      <Budget />
      <Unanswered span={span} />
    </div>
  );
}

function Ranges({ range }: { range: Range }) {
  const words = useOverviewWords();
  return (
    <nav className="ranges" aria-label={words.range}>
      {(Object.keys(RANGES) as Range[]).map((one) => (
        <Link
          key={one}
          to="/overview"
          search={(one === 'day' ? {} : { range: one }) as never}
          aria-current={one === range ? 'page' : undefined}
        >
          {words.ranges[one]}
        </Link>
      ))}
    </nav>
  );
}

function Figures({ view }: { view: StatsView }) {
  const words = useOverviewWords();
  const { data: session } = useSession();
  return (
    <>
      <Numbers view={view} />
      {view.total.counts.messages ? (
        <>
          <Steps view={view} />
          <Durations figures={view.total} />
        </>
      ) : (
        <Empty icon={<ChartIcon />} title={words.empty}>
          {words.emptyHint} {session?.simulator && <Link to="/simulator">{words.toSimulator}</Link>}
        </Empty>
      )}
    </>
  );
}
