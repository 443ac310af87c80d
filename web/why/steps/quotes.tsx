import { Badge } from '@mantine/core';
import type { QuoteStep, Trace } from '../../api/dist/types.gen.js';
import { useWhyWords } from '../words.js';
import { Step } from './step.js';

/** The words of the documents that answer each question of the message. */
export function Quotes({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const steps = trace.steps.filter((step) => step.kind === 'quote');
  if (!steps.length) return null;
  return (
    <Step title={words.quotes.title}>
      {steps.map((step) => (
        <Quoted key={`${step.question} ${step.at_ms}`} step={step} />
      ))}
    </Step>
  );
}

function Quoted({ step: { question, quotes } }: { step: QuoteStep }) {
  const words = useWhyWords().quotes;
  if (!quotes.length) return <p className="hint said">{words.none(question)}</p>;
  return quotes.map(({ by, text, places }) => {
    const titles = [...new Set(places.map(({ title }) => title))].join(', ');
    return (
      <blockquote key={text} className="quote">
        <p className="said" dir="auto">
          {text}
        </p>
        <footer>
          <Badge variant="light" color="gray" tt="none" fw={500}>
            {words.by[by]}
          </Badge>
          <bdi>{titles || (by === 'hours' && words.setting)}</bdi>
        </footer>
      </blockquote>
    );
  });
}
