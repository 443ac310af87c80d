import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StatsView } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { lasting } from './lasting.js';
import { useOverviewWords } from './words.js';

/** The figures of the span and of now; each leads to its list. */
export function Numbers({ view: { total, waiting } }: { view: StatsView }) {
  const words = useOverviewWords();
  const { locale } = useLanguage();
  const { counts, input_tokens, output_tokens, cost } = total;
  const number = (value: number) => value.toLocaleString(locale);
  const share = (part: number, of: number) =>
    (of ? part / of : 0).toLocaleString(locale, { style: 'percent' });
  const { hints } = words;
  return (
    <ul className="figures">
      <Figure name={words.counts.messages} value={number(counts.messages)} to="/inbox" />
      <Figure name={words.counts.answers} value={number(counts.answers)} to="/inbox">
        {counts.messages > 0 && hints.answers(share(counts.answered, counts.messages))}
      </Figure>
      <Figure name={words.counts.refused} value={number(counts.refused)} to="#unanswered">
        {counts.answers > 0 && hints.refused(share(counts.refused, counts.answers))}
      </Figure>
      <Figure
        name={words.counts.people}
        value={number(waiting.people)}
        to="/inbox"
        search={{ show: 'waiting' }}
      >
        {hints.people(counts.handovers)}
      </Figure>
      <Figure name={words.counts.failures} value={number(waiting.failures)} to="/failures">
        {hints.failures(counts.dead + counts.uncertain)}
      </Figure>
      <Figure name={words.counts.waiting} value={number(waiting.messages)} to="/inbox">
        {waiting.messages ? hints.oldest(lasting(waiting.oldest_ms, locale)) : hints.none}
      </Figure>
      {input_tokens + output_tokens > 0 && (
        <Figure
          name={words.counts.cost}
          value={cost.toLocaleString(locale, { maximumFractionDigits: 4 })}
          to="/settings"
        >
          {hints.tokens(number(input_tokens + output_tokens))}
        </Figure>
      )}
    </ul>
  );
}

interface FigureProps {
  name: string;
  value: string;
  /** A screen, or a place on this one. */
  to: string;
  search?: object;
  children?: ReactNode;
}

function Figure({ name, value, to, search = {}, children }: FigureProps) {
  const content = (
    <>
      <span>{name}</span>
      <strong className="numbers">{value}</strong>
      <small>{children || '\u00a0'}</small>
    </>
  );
  return (
    <li>
      {to.startsWith('#') ? (
        <Link to="." hash={to.slice(1)} search={(before: object) => before as never}>
          {content}
        </Link>
      ) : (
        <Link to={to} search={search as never}>
          {content}
        </Link>
      )}
    </li>
  );
}
