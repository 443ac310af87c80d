import { Badge } from '@mantine/core';
import type { CheckStep, GenerationStep, Trace } from '../../api/dist/types.gen.js';
import { useDuration } from '../duration.js';
import { useWhyWords } from '../words.js';
import { Step, Verbatim } from './step.js';

/** What models wrote, what was changed in it, and whether it could be sent. */
export function ModelSaid({ trace }: { trace: Trace }) {
  const words = useWhyWords().model;
  const tries = trace.steps.filter((step) => step.kind === 'generation');
  const checks = trace.steps.filter((step) => step.kind === 'check');
  if (!tries.length) return null;
  return (
    <Step title={words.title}>
      {tries.map((one, n) => (
        // A try is its place among them: two may be the same.
        // eslint-disable-next-line react/no-array-index-key
        <Try key={n} generation={one} />
      ))}
      <ul className="checks">
        {checks.map((check) => (
          <Check key={check.against} check={check} />
        ))}
      </ul>
    </Step>
  );
}

function Try({ generation }: { generation: GenerationStep }) {
  const all = useWhyWords();
  const words = all.model;
  const { model, outcome, error, raw, cleaned, cut, ms, input_tokens, output_tokens } = generation;
  const duration = useDuration();
  const good = outcome === 'answered';
  return (
    <div className="try">
      <p>
        <strong>
          <bdi>{model}</bdi>
        </strong>{' '}
        <Badge variant="light" color={good ? 'leaf' : 'red'} tt="none" fw={500}>
          {words.outcomes[outcome]}
        </Badge>
        <small className="numbers">
          {outcome !== 'skipped' && <span>{duration(ms)}</span>}
          {good && <span>{all.tokens(input_tokens, output_tokens)}</span>}
        </small>
      </p>
      {error && <p className="hint said">{error}</p>}
      {raw !== null && <Verbatim name={words.raw} text={raw} open />}
      {cleaned !== null && <Verbatim name={words.cleaned} text={cleaned} open />}
      {raw !== null && cleaned === null && <p className="hint">{words.unchanged}</p>}
      {cut && <p className="hint">{words.shortened}</p>}
    </div>
  );
}

function Check({ check: { against, passed, reason } }: { check: CheckStep }) {
  const { model: words, guarded } = useWhyWords();
  const why = guarded[reason as keyof typeof guarded] ?? reason;
  return (
    <li data-passed={passed}>
      <span aria-hidden="true">{passed ? '✓' : '✗'}</span> {words[against]}
      {!passed && <strong> {why ? words.held(why) : words.notSaid}</strong>}
    </li>
  );
}
