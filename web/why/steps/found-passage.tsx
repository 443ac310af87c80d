import { Link } from '@tanstack/react-router';
import type { TracedPassage } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { useWhyWords } from '../words.js';

interface FoundPassageProps {
  passage: TracedPassage;
  threshold: number;
}

/** A passage, where it stands, and what it was worth against the threshold. */
export function FoundPassage({ passage, threshold }: FoundPassageProps) {
  const words = useWhyWords().search;
  const number = useNumbers();
  const { title, section, page, text, relevance, used, document_id, other_language } = passage;
  const enough = relevance >= threshold;
  // What the sender sent is no document of the business.
  const isDocument = !document_id.includes('/');
  return (
    <li data-enough={enough} data-used={used}>
      <header>
        <strong>
          <bdi>{[title, section.replaceAll(' > ', ' · ')].filter(Boolean).join(' · ')}</bdi>
        </strong>
        <span className="mark">{used ? words.used : !enough && words.below}</span>
      </header>
      <div
        className="scale"
        role="meter"
        aria-label={words.relevance(number(relevance), number(threshold))}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={relevance}
      >
        <i style={{ width: `${relevance * 100}%` }} />
        <b style={{ insetInlineStart: `${threshold * 100}%` }} />
      </div>
      <small className="numbers">
        <span>{words.relevance(number(relevance), number(threshold))}</span>
        <Measures passage={passage} />
        {other_language && <span>{words.otherLanguage}</span>}
      </small>
      <p className="said" dir="auto">
        {text}
      </p>
      <small>
        {page !== null && <span>{words.page(page)}</span>}
        <span>{words.passage(passage.position + 1)}</span>
        {isDocument && (
          <Link to="/knowledge/$id" params={{ id: document_id }}>
            {words.open}
          </Link>
        )}
      </small>
    </li>
  );
}

/** What each measure alone gave. */
function Measures({ passage }: { passage: TracedPassage }) {
  const { details } = useWhyWords().search;
  const number = useNumbers();
  const { score, words, meaning, rerank } = passage;
  const all = [
    [details.words, words],
    [details.meaning, meaning],
    [details.rerank, rerank],
    [details.joined, score],
  ] as const;
  return all.map(
    ([name, value]) =>
      value !== null && (
        <span key={name}>
          {name} {number(value)}
        </span>
      ),
  );
}

function useNumbers(): (value: number) => string {
  const { locale } = useLanguage();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (value) => format.format(value);
}
