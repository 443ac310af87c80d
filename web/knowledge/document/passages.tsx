import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { passagesControllerListInfiniteOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import type { PassageView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Loading } from '../../shell/loading.js';
import { More } from '../../shell/more.js';
import { useKnowledgeWords } from '../words.js';

/** What a document was cut into. The address may name one of them: `#passage-3`. */
export function Passages({ id }: { id: string }) {
  const words = useKnowledgeWords();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const named = /^passage-(\d+)$/.exec(hash);
  const sought = named ? Number(named[1]) - 1 : -1;
  const list = useInfiniteQuery({
    // All up to the one that is named come at once.
    ...passagesControllerListInfiniteOptions({
      path: { id },
      query: { limit: Math.min(200, Math.max(50, sought + 1)) },
    }),
    meta: { live: ['knowledge'] },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  if (list.isPending) return <Loading />;
  if (list.error) return <Failed error={list.error} again={() => void list.refetch()} />;
  const passages = list.data.pages.flatMap(({ items }) => items);
  if (!passages.length) return <p className="none">{words.noPassages}</p>;
  return (
    <>
      <p className="hint">{words.passagesHint}</p>
      <ol className="listed passages">
        {passages.map((passage) => (
          <Passage key={passage.position} passage={passage} sought={passage.position === sought} />
        ))}
      </ol>
      <More list={list} />
    </>
  );
}

function Passage({ passage, sought }: { passage: PassageView; sought: boolean }) {
  const words = useKnowledgeWords();
  const { position, section, page, text, characters } = passage;
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (sought) self.current?.scrollIntoView({ block: 'center' });
  }, [sought]);
  return (
    <li ref={self} id={`passage-${position + 1}`} aria-current={sought || undefined}>
      <header>
        <span className="numbers">{words.passage(position + 1)}</span>
        <strong className="said" dir="auto">
          {section || words.atTop}
        </strong>
        <small className="numbers">
          {page !== null && `${words.onPage(page)} · `}
          {words.characters(characters)}
        </small>
      </header>
      <p className="said" dir="auto">
        {text}
      </p>
    </li>
  );
}
