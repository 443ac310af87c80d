import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import type { TriedAnswer } from '../../api/dist/types.gen.js';
import { Said } from '../../shell/said.js';
import { useKnowledgeWords } from '../words.js';
import { FoundPassages } from './found-passages.js';

interface TriedProps {
  answer: TriedAnswer;
  question: string;
}

/** What a customer would be told, who or what said it, and what was found. */
export function Tried({ answer, question }: TriedProps) {
  const words = useKnowledgeWords();
  const { trace, sources, handover, passages, threshold } = answer;
  const unsure = trace.outcome.branch === 'refusal' || trace.outcome.branch === 'fallback';
  return (
    <>
      <section className="tried" aria-label={words.answered}>
        <header>
          <span className="branch" data-unsure={unsure || undefined}>
            {words.branches[trace.outcome.branch]}
          </span>
          <small className="numbers">{words.took(trace.timings.total_ms ?? 0)}</small>
        </header>
        {answer.parts.map((part, n) => (
          // Two parts may be the same.
          // eslint-disable-next-line react/no-array-index-key
          <Said key={n}>{part}</Said>
        ))}
        {trace.outcome.error && <p className="error said">{trace.outcome.error}</p>}
        {handover && <p className="hint">{words.handover}</p>}
        <footer>
          {sources.some(({ curated }) => curated) ? (
            <Link to="/knowledge" search={{ view: 'answers' } as never}>
              {words.answers}
            </Link>
          ) : (
            <May do={scopes.answersControllerAdd}>
              <Button
                component={Link}
                to="/knowledge"
                search={{ view: 'answers', question } as never}
                variant="default"
                size="compact-sm"
              >
                {words.writeAnswer}
              </Button>
            </May>
          )}
        </footer>
      </section>
      <FoundPassages
        passages={passages}
        threshold={threshold}
        searched={trace.steps.some(({ kind }) => kind === 'search')}
      />
    </>
  );
}
