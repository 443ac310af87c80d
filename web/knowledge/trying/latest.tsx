import { useQuery } from '@tanstack/react-query';
import { questionsControllerLatestOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import type { QuestionView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Loading } from '../../shell/loading.js';
import { Time } from '../../shell/time.js';
import { useKnowledgeWords } from '../words.js';

/** What was asked lately, to be tried again. */
export function Latest({ onAsk }: { onAsk?: (question: string) => void }) {
  const words = useKnowledgeWords();
  const latest = useQuery({
    ...questionsControllerLatestOptions({ query: { limit: 30 } }),
    meta: { live: ['message'] },
  });
  return (
    <aside className="latest">
      <h2>{words.latest}</h2>
      {latest.error && <Failed error={latest.error} again={() => void latest.refetch()} />}
      {latest.isPending && <Loading />}
      {latest.data && (
        <>
          <p className="hint">{latest.data.items.length ? words.latestHint : words.noLatest}</p>
          <ul>
            {latest.data.items.map((one) => (
              <li key={one.message_id}>
                <Asked one={one} onAsk={onAsk} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function Asked({ one, onAsk }: { one: QuestionView; onAsk?: (question: string) => void }) {
  const words = useKnowledgeWords();
  const { text, times, asked_at, source, mode, outcome, curated_answer_id } = one;
  const how = curated_answer_id
    ? words.modes.curated
    : (words.modes[mode as keyof typeof words.modes] ?? words.modes.none);
  const bad = mode === 'fallback' || mode === null || outcome === 'dead';
  return (
    <button type="button" disabled={!onAsk} onClick={() => onAsk?.(text)}>
      <span className="said" dir="auto">
        {text}
      </span>
      <small>
        <Time at={asked_at} />
        {times > 1 && <span className="numbers">{words.times(times)}</span>}
        <span>{source === 'api' ? words.byApi : words.bySender}</span>
        <span data-bad={bad || undefined}>{how}</span>
      </small>
    </button>
  );
}
