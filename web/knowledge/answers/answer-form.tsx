import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  answersControllerAdd,
  answersControllerChange,
  suggestionsControllerApprove,
} from '../../api/dist/sdk.gen.js';
import type {
  CuratedAnswerRequest,
  CuratedAnswerView,
  SuggestionView,
} from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { useRenew } from '../../api/renew.js';
import { Failed } from '../../shell/failed.js';
import { useShellWords } from '../../shell/words.js';
import { useKnowledgeWords } from '../words.js';

interface AnswerFormProps {
  /** The one that is changed; without it, one is added. */
  answer?: CuratedAnswerView;
  /** What a new one is to answer. */
  question?: string;
  /** What a new one is made of: saving approves it. */
  suggestion?: SuggestionView;
  onClose(): void;
}

/** Writes an answer, or changes one. */
export function AnswerForm({ answer, question = '', suggestion, onClose }: AnswerFormProps) {
  const words = useKnowledgeWords();
  const { close } = useShellWords();
  const renew = useRenew('answers', 'suggestions');
  const [questions, setQuestions] = useState(
    (answer ?? suggestion)?.questions.join('\n') ?? question,
  );
  const [text, setText] = useState((answer ?? suggestion)?.answer ?? '');
  const save = useMutation({
    mutationFn: async (body: CuratedAnswerRequest) => {
      if (suggestion) return suggestionsControllerApprove({ path: { id: suggestion.id }, body });
      if (answer) return answersControllerChange({ path: { id: answer.id }, body });
      return answersControllerAdd({ body });
    },
    onSuccess: () => {
      onClose();
      return renew();
    },
  });
  const { fields } = save.error instanceof Failure ? save.error : new Failure(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = questions.split('\n').map((line) => line.trim());
    save.mutate({ questions: lines.filter(Boolean), answer: text });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={answer ? words.form.change : words.form.add}
      size="lg"
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={words.form.questions}
            description={words.form.questionsHint}
            required
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            value={questions}
            onChange={({ currentTarget }) => setQuestions(currentTarget.value)}
            error={fields.get('questions')}
            data-autofocus={question ? undefined : true}
          />
          <Textarea
            label={words.form.answer}
            description={words.form.answerHint}
            required
            rows={6}
            maxLength={4000}
            dir="auto"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={fields.get('answer')}
            data-autofocus={question ? true : undefined}
          />
          {save.error && !fields.size && <Failed error={save.error} />}
          <Button type="submit" loading={save.isPending}>
            {words.form.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
