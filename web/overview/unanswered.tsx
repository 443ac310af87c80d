import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import { statsControllerQuestionsOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { UnansweredGroup, UnansweredQuestion } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Time } from '../shell/time.js';
import { useOverviewWords } from './words.js';

/** A document is named by its title, which is short. */
const LONGEST_TITLE = 120;

/** What the documents lack: the questions that got no answer, those alike together. */
export function Unanswered({ span }: { span: { from: string; until: string } }) {
  const words = useOverviewWords();
  const found = useQuery({
    ...statsControllerQuestionsOptions({ query: span }),
    placeholderData: keepPreviousData,
  });
  const groups = found.data?.groups;
  return (
    <section id="unanswered" aria-labelledby="unanswered-title">
      <h2 id="unanswered-title">{words.unanswered}</h2>
      {found.error && <Failed error={found.error} again={() => void found.refetch()} />}
      {groups && <p className="lead">{groups.length ? words.unansweredHint : words.allAnswered}</p>}
      <ul className="groups">
        {groups?.map((group) => (
          <Group key={group.questions[0].message_id} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Group({ group: { times, asked_at, questions } }: { group: UnansweredGroup }) {
  const words = useOverviewWords();
  const [first, ...others] = questions;
  return (
    <li>
      <Question question={first} />
      <p>
        {words.times(times)}, <Time at={asked_at} />: {words.why[first.why]}
      </p>
      <div className="ways">
        <May do={scopes.answersControllerAdd}>
          <Link to="/knowledge" search={{ view: 'answers', question: first.text } as never}>
            {words.writeAnswer}
          </Link>
        </May>
        <May do={scopes.documentsControllerAdd}>
          <Link to="/knowledge" search={{ title: first.text.slice(0, LONGEST_TITLE) } as never}>
            {words.writeDocument}
          </Link>
        </May>
      </div>
      {others.length > 0 && (
        <details>
          <summary>{words.moreOfThem(others.length)}</summary>
          <ul>
            {others.map((one) => (
              <li key={one.message_id}>
                <Question question={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Question({ question: { text, message_id: sid } }: { question: UnansweredQuestion }) {
  const words = useOverviewWords();
  return (
    <div className="question">
      <bdi>{text}</bdi>
      <Link to="/messages/$sid/answer" params={{ sid }} aria-label={`${words.look}: ${text}`}>
        {words.look}
      </Link>
    </div>
  );
}
