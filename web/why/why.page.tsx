import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reviewedAnswerControllerOneOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { ReviewedAnswer, Trace } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { Exchange } from './exchange.js';
import { ModelPrompt } from './steps/model-prompt.js';
import { ModelSaid } from './steps/model-said.js';
import { Quotes } from './steps/quotes.js';
import { Searches } from './steps/searches.js';
import { Times } from './steps/times.js';
import { UnderstoodStep } from './steps/understood.js';
import { Review } from './review/review.js';
import './steps/model.css';
import './steps/road.css';
import './why.css';
import { useWhyWords } from './words.js';

/** What an answer was made from, and what a person thinks of it. */
export function WhyPage() {
  const words = useWhyWords();
  const { sid } = useParams({ strict: false }) as { sid: string };
  const query = useQuery({
    ...reviewedAnswerControllerOneOptions({ path: { sid } }),
    // It may be answered now, and its correction changed or taken out elsewhere.
    meta: { live: ['message', 'knowledge'] },
  });
  const { data, error } = query;
  return (
    <div className="why">
      <Heading title={words.title}>
        <nav className="beside" aria-label={words.title}>
          <Button
            component={Link}
            to="/messages/$sid"
            params={{ sid } as never}
            variant="default"
            size="xs"
          >
            {words.timeLine}
          </Button>
          {data && (
            <Button
              component={Link}
              to="/inbox/$id"
              params={{ id: data.conversation_id } as never}
              variant="default"
              size="xs"
            >
              {words.conversation}
            </Button>
          )}
        </nav>
      </Heading>
      {error && <Failed error={error} again={() => void query.refetch()} />}
      {query.isPending && !error && <Loader size="sm" />}
      {data && <Answer answer={data} />}
    </div>
  );
}

function Answer({ answer }: { answer: ReviewedAnswer }) {
  const { trace } = answer;
  return (
    <>
      <Exchange answer={answer} />
      {answer.answer !== null && <Review answer={answer} />}
      {trace && trace.steps.length > 0 && <Road trace={trace} />}
    </>
  );
}

/** How it was made, step by step. */
function Road({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  return (
    <section className="road" aria-labelledby="how">
      <h2 id="how">{words.how}</h2>
      {trace.cut && <p className="hint">{words.cut}</p>}
      <UnderstoodStep trace={trace} />
      <Searches trace={trace} />
      <Quotes trace={trace} />
      <ModelPrompt trace={trace} />
      <ModelSaid trace={trace} />
      <Times trace={trace} />
    </section>
  );
}
