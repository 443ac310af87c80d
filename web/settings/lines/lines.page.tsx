import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { linesControllerListInfiniteOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import * as scopes from '../../api/dist/scopes.gen.js';
import type { LineView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Heading } from '../../shell/heading.js';
import { Loading } from '../../shell/loading.js';
import { May, useMay } from '../../shell/may.js';
import { More } from '../../shell/more.js';
import '../../shell/press.css';
import { Time } from '../../shell/time.js';
import '../settings.css';
import { SettingsTabs } from '../tabs.js';
import { AddLine } from './add-line.js';
import './lines.css';
import { useLinesWords } from './words.js';

/** Milliseconds between two looks: a line's messages aren't heard of one by one here. */
const REFRESHED_MS = 10_000;

/** The business's lines: which are set up, and what waits on those that aren't. */
export function LinesPage() {
  const words = useLinesWords();
  const list = useInfiniteQuery({
    ...linesControllerListInfiniteOptions({ query: { limit: 50 } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    meta: { live: ['settings'] },
    refetchInterval: REFRESHED_MS,
  });
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="lines">
      <Heading title={words.title} />
      <SettingsTabs />
      <May do={scopes.linesControllerPut} note />
      <p className="hint">{words.hint}</p>
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <ul className="listed" aria-label={words.list}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <More list={list} />
      <May do={scopes.linesControllerPut}>
        <AddLine />
      </May>
    </div>
  );
}

function Line({ line }: { line: LineView }) {
  const words = useLinesWords();
  const { id, name, state, number, messaging_service_sid: service } = line;
  const own = state === 'default' ? (number?.replace('whatsapp:', '') ?? service) : id;
  const { conversations, waiting, latest_at } = line;
  return (
    <li data-state={state}>
      <div>
        <h2 className="said" dir="auto">
          {name ?? own ?? words.states.default}
        </h2>
        <p className="facts">
          <span className="state">{words.states[state]}</span>
          {name !== null && <bdi>{own}</bdi>}
          {service && service !== own && <span>{words.through(service)}</span>}
          {!!waiting && <strong>{words.waiting(waiting)}</strong>}
          {conversations !== null && <span>{words.conversations(conversations)}</span>}
          {latest_at && (
            <span>
              {words.latest} <Time at={latest_at} />
            </span>
          )}
        </p>
      </div>
      <Way line={line} name={name ?? own ?? words.states.default} />
    </li>
  );
}

/** Where a line's settings are; one that isn't set up is for who may do that. */
function Way({ line: { id, state }, name }: { line: LineView; name: string }) {
  const words = useLinesWords();
  const may = useMay(scopes.linesControllerPut);
  const look = { className: 'press', 'data-size': 'small' };
  if (state === 'default')
    return (
      <Link to="/settings" {...look} aria-label={words.settingsOf(name)}>
        {words.settings}
      </Link>
    );
  if (state === 'unknown' && !may) return null;
  const fresh = state === 'unknown';
  return (
    <Link
      to="/settings/lines/$id"
      params={{ id }}
      {...look}
      data-kind={fresh ? 'filled' : undefined}
      aria-label={fresh ? words.setUpOf(name) : words.settingsOf(name)}
    >
      {fresh ? words.setUp : words.settings}
    </Link>
  );
}
