import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import {
  suggestionsControllerApproveMutation,
  suggestionsControllerDismissMutation,
  suggestionsControllerListOptions,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { SuggestionView } from '../../api/dist/types.gen.js';
import { useRenew } from '../../api/renew.js';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { Loading } from '../../shell/loading.js';
import { Said } from '../../shell/said.js';
import { Time } from '../../shell/time.js';
import '../answers/answers.css';
import { AnswerForm } from '../answers/answer-form.js';
import { QuoteIcon } from '../icons.js';
import { useKnowledgeWords } from '../words.js';

/** What people answered, to be approved as an answer for others. */
export function Suggestions() {
  const words = useKnowledgeWords();
  const [edited, edit] = useState<SuggestionView>();
  const list = useQuery({ ...suggestionsControllerListOptions(), meta: { live: ['message'] } });
  return (
    <>
      <May do={scopes.suggestionsControllerApprove} note />
      <p className="hint">{words.suggested.hint}</p>
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.items.length === 0 && (
        <Empty icon={<QuoteIcon />} title={words.suggested.none}>
          {words.suggested.noneHint}
        </Empty>
      )}
      <ul className="answers" aria-label={words.views.suggested}>
        {list.data?.items.map((one) => (
          <Suggestion key={one.id} one={one} onEdit={edit} />
        ))}
      </ul>
      {edited && <AnswerForm suggestion={edited} onClose={() => edit(undefined)} />}
    </>
  );
}

interface SuggestionProps {
  one: SuggestionView;
  onEdit(one: SuggestionView): void;
}

function Suggestion({ one, onEdit }: SuggestionProps) {
  const words = useKnowledgeWords();
  const renew = useRenew('suggestions', 'answers');
  const approve = useMutation({ ...suggestionsControllerApproveMutation(), onSuccess: renew });
  const dismiss = useMutation({ ...suggestionsControllerDismissMutation(), onSuccess: renew });
  const path = { id: one.id };
  const [latest] = one.replies;
  const [first, ...others] = one.questions;
  const error = approve.error ?? dismiss.error;
  return (
    <li>
      <h3 className="said" dir="auto">
        {first}
      </h3>
      {others.map((question) => (
        <p key={question} className="said facts" dir="auto">
          {question}
        </p>
      ))}
      <Said>{one.answer}</Said>
      <p className="facts">
        <span>{words.times(one.times)}</span>
        <Link to="/inbox/$id" params={{ id: latest.conversation_id }}>
          <Time at={latest.replied_at} />
        </Link>
      </p>
      {error && <Failed error={error} />}
      <May do={scopes.suggestionsControllerApprove}>
        <Group gap="xs">
          <Button
            size="xs"
            loading={approve.isPending}
            onClick={() => approve.mutate({ path, body: {} })}
          >
            {words.suggested.approve}
          </Button>
          <Button size="xs" variant="default" onClick={() => onEdit(one)}>
            {words.suggested.edit}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ path })}
          >
            {words.suggested.dismiss}
          </Button>
        </Group>
      </May>
    </li>
  );
}
