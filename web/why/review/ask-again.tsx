import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { timelineControllerReplayMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { ReplayView, ReviewedAnswer } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Said } from '../../shell/said.js';
import { useWhyWords } from '../words.js';

/** What would be answered now, with what had been said before; nothing is kept or sent. */
export function AskAgain({ answer }: { answer: ReviewedAnswer }) {
  const words = useWhyWords().review;
  const ask = useMutation(timelineControllerReplayMutation());
  return (
    <div className="again">
      <Button
        variant="subtle"
        size="compact-sm"
        loading={ask.isPending}
        onClick={() => ask.mutate({ path: { sid: answer.answer_id } })}
      >
        {words.again}
      </Button>
      <small>{words.againHint}</small>
      <div aria-live="polite">
        {ask.error && <Failed error={ask.error} />}
        {ask.data && <Now replay={ask.data} />}
      </div>
    </div>
  );
}

function Now({ replay: { answer, same } }: { replay: ReplayView }) {
  const words = useWhyWords().review;
  const { text, parts } = answer;
  return (
    <div className="now">
      <strong>
        {words.now} {text && <By answer={answer} />}
      </strong>
      {same && <p className="hint">{words.nowSame}</p>}
      {!text && <p className="hint">{words.nowNothing}</p>}
      {answer.handover && <p className="hint">{words.nowPerson}</p>}
      {parts.map((part, n) => (
        // A part is its place among them.
        // eslint-disable-next-line react/no-array-index-key
        <Said key={n}>{part}</Said>
      ))}
    </div>
  );
}

/** In whose words. */
function By({ answer: { sources, mode } }: Pick<ReplayView, 'answer'>) {
  const words = useWhyWords().review;
  const titles = [...new Set(sources.map(({ title }) => title))].join(', ');
  if (sources.some(({ curated }) => curated)) return <>{words.nowCurated}</>;
  if (mode === 'llm') return <>{words.nowModel}</>;
  return titles ? <bdi>{words.nowFrom(titles)}</bdi> : null;
}
