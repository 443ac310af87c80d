import { Badge } from '@mantine/core';
import { useState } from 'react';
import type { SearchStep, Trace } from '../../api/dist/types.gen.js';
import { useWhyWords } from '../words.js';
import { FoundPassage } from './found-passage.js';
import { Step } from './step.js';

/** Passages that are shown, beside those that were used, before more are asked for. */
const FEW = 3;

/** What was searched for, and what was found. */
export function Searches({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const searches = trace.steps.filter((step) => step.kind === 'search');
  if (!searches.length) return null;
  return (
    <Step title={words.search.title}>
      {searches.map((search) => (
        <Search key={`${search.in} ${search.query} ${search.at_ms}`} search={search} />
      ))}
    </Step>
  );
}

function Search({ search }: { search: SearchStep }) {
  const { search: words, quoted } = useWhyWords();
  const { passages, threshold, by_meaning, reranked, follow_up, query } = search;
  const [all, setAll] = useState(false);
  const shown = passages.filter(({ used }, place) => all || used || place < FEW);
  const more = passages.length - shown.length;
  return (
    <div className="search">
      <p className="query">
        <bdi className="said">{quoted(query)}</bdi>
        <Badge variant="default" tt="none" fw={500}>
          {by_meaning ? words.meaning : words.words}
        </Badge>
        {follow_up && <Note>{words.followUp}</Note>}
        {reranked && <Note>{words.reranked}</Note>}
        {search.in === 'attachments' && <Note>{words.attachments}</Note>}
      </p>
      <Sought search={search} />
      {passages.length ? (
        <ol className="listed passages">
          {shown.map((passage) => (
            <FoundPassage
              key={`${passage.document_id} ${passage.position}`}
              passage={passage}
              threshold={threshold}
            />
          ))}
        </ol>
      ) : (
        <p className="hint">{words.nothing}</p>
      )}
      {more > 0 && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {words.more(more)}
        </button>
      )}
    </div>
  );
}

function Note({ children }: { children: string }) {
  return (
    <Badge variant="light" color="gray" tt="none" fw={500}>
      {children}
    </Badge>
  );
}

/** The words of the question, and what was found for each. */
function Sought({ search: { sought } }: { search: SearchStep }) {
  const words = useWhyWords().search;
  if (!sought.length) return null;
  return (
    <ul className="sought" aria-label={words.sought}>
      {sought.map(({ word, found, by }) => {
        const others = found.filter((one) => one !== word);
        const how = by.filter((one) => one !== 'word').map((one) => words.by[one]);
        return (
          <li key={word} data-found={found.length > 0}>
            <bdi>{word}</bdi>
            {others.length > 0 && <bdi> → {others.join(', ')}</bdi>}
            {how.length > 0 && <small> {how.join(', ')}</small>}
            {!found.length && <small> {words.nowhere}</small>}
          </li>
        );
      })}
    </ul>
  );
}
