import type { Trace } from '../../api/dist/types.gen.js';
import { useWhyWords } from '../words.js';
import { Step, Verbatim } from './step.js';

/** What the model was told, role by role. */
export function ModelPrompt({ trace }: { trace: Trace }) {
  const words = useWhyWords().model;
  const prompts = trace.steps.filter((step) => step.kind === 'prompt');
  if (!prompts.length) return null;
  return (
    <Step title={words.prompt}>
      {prompts.flatMap(({ messages, at_ms }) =>
        messages.map(({ role, text }, n) => (
          // A message is its place in the prompt.
          // eslint-disable-next-line react/no-array-index-key
          <Verbatim key={`${at_ms} ${n}`} name={words.roles[role]} text={text} />
        )),
      )}
    </Step>
  );
}
