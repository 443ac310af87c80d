import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { answersControllerListInfiniteOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import type { CuratedAnswerView } from '../../api/dist/types.gen.js';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { Loading } from '../../shell/loading.js';
import { More } from '../../shell/more.js';
import { Said } from '../../shell/said.js';
import { Time } from '../../shell/time.js';
import { PencilIcon, QuoteIcon, TrashIcon } from '../icons.js';
import { asSent } from '../as-sent.js';
import { Deed } from '../deed.js';
import { useKnowledgeWords } from '../words.js';
import { AnswerForm } from './answer-form.js';
import './answers.css';
import { RemoveAnswer } from './remove-answer.js';

/** The operator's own answers, with how often each was given. `question`: one is to be written to it. */
export function Answers({ question }: { question?: string }) {
  const words = useKnowledgeWords();
  const [edited, edit] = useState<CuratedAnswerView | string | undefined>(question);
  const list = useInfiniteQuery({
    ...answersControllerListInfiniteOptions({ query: { limit: 100 } }),
    // How often they were given changes with each answer.
    meta: { live: ['knowledge', 'message'] },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  const answers = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <p className="hint">{words.answersHint}</p>
        <May do={scopes.answersControllerAdd}>
          <Button size="xs" onClick={() => edit('')}>
            {words.addAnswer}
          </Button>
        </May>
      </Group>
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {answers?.length === 0 && (
        <Empty icon={<QuoteIcon />} title={words.noAnswers}>
          {words.noAnswersHint}
        </Empty>
      )}
      {!!answers?.length && <AnswerList answers={answers} onEdit={edit} />}
      <More list={list} />
      <May do={scopes.answersControllerAdd} note>
        {edited !== undefined && (
          <AnswerForm
            answer={typeof edited === 'string' ? undefined : edited}
            question={typeof edited === 'string' ? edited : undefined}
            onClose={() => edit(undefined)}
          />
        )}
      </May>
    </>
  );
}

interface AnswerListProps {
  answers: CuratedAnswerView[];
  onEdit(answer: CuratedAnswerView): void;
}

function AnswerList({ answers, onEdit }: AnswerListProps) {
  const words = useKnowledgeWords();
  const [removed, remove] = useState<CuratedAnswerView>();
  return (
    <>
      <ul className="listed answers" aria-label={words.answers}>
        {answers.map((one) => (
          <Answer key={one.id} one={one} onEdit={onEdit} onRemove={remove} />
        ))}
      </ul>
      <RemoveAnswer answer={removed} onClose={() => remove(undefined)} />
    </>
  );
}

interface AnswerProps {
  one: CuratedAnswerView;
  onEdit(answer: CuratedAnswerView): void;
  onRemove(answer: CuratedAnswerView): void;
}

function Answer({ one, onEdit, onRemove }: AnswerProps) {
  const words = useKnowledgeWords();
  const { questions, answer, served, last_served_at, message_sid } = one;
  const [first, ...others] = questions;
  return (
    <li>
      <div className="asked">
        <h3 className="said" dir="auto">
          {first}
        </h3>
        <Deed
          do={scopes.answersControllerChange}
          label={words.editNamed(first)}
          title={words.edit}
          icon={<PencilIcon size={18} />}
          onClick={() => onEdit(one)}
        />
        <Deed
          do={scopes.answersControllerRemove}
          label={words.removeNamed(first)}
          title={words.remove}
          icon={<TrashIcon size={18} />}
          onClick={() => onRemove(one)}
        />
      </div>
      <Said>{asSent(answer)}</Said>
      {others.length > 0 && (
        <details>
          <summary>{words.otherWordings(others.length)}</summary>
          <ul>
            {others.map((question) => (
              <li key={question} className="said" dir="auto">
                {question}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="facts">
        <span className="numbers">{words.served(served)}</span>
        {last_served_at && (
          <span>
            {words.lastServed} <Time at={last_served_at} />
          </span>
        )}
        {message_sid && (
          <Link to="/messages/$sid/answer" params={{ sid: message_sid }}>
            {words.corrects}
          </Link>
        )}
      </p>
    </li>
  );
}
