import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { historyControllerListInfiniteOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { SettingChangeView, SettingSide } from '../api/dist/types.gen.js';
import { Empty } from '../shell/empty.js';
import { Failed } from '../shell/failed.js';
import { SettingsIcon } from '../shell/icons.js';
import { useLanguage } from '../shell/language.js';
import { Time } from '../shell/time.js';
import { useShellWords } from '../shell/words.js';
import type { Field } from './fields.js';
import './history.css';
import { useSettingsWords } from './words.js';

const PAGE = 50;

/** Who changed what, and when. */
export function History() {
  const words = useSettingsWords();
  const shell = useShellWords();
  const history = useInfiniteQuery({
    ...historyControllerListInfiniteOptions({ query: { limit: PAGE } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  if (history.error && !history.data)
    return <Failed error={history.error} again={() => void history.refetch()} />;
  if (!history.data) return <Loader aria-label={shell.loading} />;
  const changes = history.data.pages.flatMap(({ items }) => items);
  if (!changes.length)
    return (
      <Empty icon={<SettingsIcon />} title={words.historyEmpty}>
        {words.historyEmptyHint}
      </Empty>
    );
  return (
    <>
      <ol className="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

function Change({ change: { at, by, field, secret, from, to } }: { change: SettingChangeView }) {
  const words = useSettingsWords();
  const { locale } = useLanguage();
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const [, line, name] = /^lines\.([^.]+)(?:\.(.+))?$/.exec(field) ?? [undefined, undefined, field];
  // A newer Recado may have a field that this page doesn't know, and an older one had others.
  const known = words.fields[name as Field]?.label ?? name ?? words.groups.line.title;
  const label = line ? `${line}: ${known}` : known;
  return (
    <li>
      <p>
        <strong>{label}</strong>{' '}
        <small>
          <Time at={at} /> ({exact.format(new Date(at))}), {words.by[by]}
        </small>
      </p>
      {secret ? (
        <p className="sides">
          <em>{words.secretChanged}</em> <SourceOf side={to} />
        </p>
      ) : (
        <dl className="sides">
          <dt>{words.before}</dt>
          <dd>
            <Shown side={from} />
          </dd>
          <dt>{words.after}</dt>
          <dd>
            <Shown side={to} />
          </dd>
        </dl>
      )}
    </li>
  );
}

function Shown({ side }: { side: SettingSide }) {
  const words = useSettingsWords();
  return (
    <>
      {side.value === null ? (
        <em>{words.nothing}</em>
      ) : (
        <span className="said" dir="auto">
          {String(side.value)}
        </span>
      )}{' '}
      <SourceOf side={side} />
    </>
  );
}

function SourceOf({ side: { source } }: { side: SettingSide }) {
  const words = useSettingsWords();
  return (
    <small className="source">
      <span data-source={source} data-own={source === 'stored'}>
        {words.sources.stored[source]}
      </span>
    </small>
  );
}
