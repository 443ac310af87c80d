import { Link } from '@tanstack/react-router';
import type { TracedPassage } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { useKnowledgeWords } from '../words.js';

interface FoundPassagesProps {
  passages: TracedPassage[];
  threshold: number;
  /** Whether the documents were searched at all. */
  searched: boolean;
}

/** What was found, the surest first, each beside the threshold. */
export function FoundPassages({ passages, threshold, searched }: FoundPassagesProps) {
  const words = useKnowledgeWords();
  if (!passages.length)
    return <p className="hint">{searched ? words.nothingFound : words.notSearched}</p>;
  const enough = passages.filter(({ relevance }) => relevance >= threshold);
  const below = passages.slice(enough.length);
  return (
    <section className="found" aria-label={words.found}>
      <h2>{words.found}</h2>
      <p className="hint">{words.foundHint(Math.round(threshold * 100))}</p>
      {enough.length > 0 && <FoundList passages={enough} threshold={threshold} />}
      {below.length > 0 && (
        <details open={!enough.length}>
          <summary>{words.below(below.length)}</summary>
          <FoundList passages={below} threshold={threshold} />
        </details>
      )}
    </section>
  );
}

function FoundList({ passages, threshold }: Omit<FoundPassagesProps, 'searched'>) {
  return (
    <ol className="listed">
      {passages.map((passage) => (
        <Found
          key={`${passage.document_id}#${passage.position}`}
          passage={passage}
          threshold={threshold}
        />
      ))}
    </ol>
  );
}

function Found({ passage, threshold }: { passage: TracedPassage; threshold: number }) {
  const words = useKnowledgeWords();
  const { locale } = useLanguage();
  const { document_id, title, section, position, page, text, relevance, used } = passage;
  const enough = relevance >= threshold;
  const percent = relevance.toLocaleString(locale, { style: 'percent' });
  return (
    <li data-enough={enough}>
      <header>
        <Link
          to="/knowledge/$id"
          params={{ id: document_id }}
          hash={`passage-${position + 1}`}
          className="said"
          dir="auto"
        >
          {[title, section].filter(Boolean).join(' › ')}
          {page !== null && `, ${words.onPage(page)}`}
        </Link>
        <span className="numbers">{percent}</span>
      </header>
      <div className="scale" aria-hidden="true">
        <i style={{ inlineSize: `${relevance * 100}%` }} />
        <b style={{ insetInlineStart: `${threshold * 100}%` }} />
      </div>
      <small>{used ? words.used : enough ? words.enough : words.tooLittle}</small>
      <p className="said" dir="auto">
        {text}
      </p>
    </li>
  );
}
