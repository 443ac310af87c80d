import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { correctionsControllerCorrectMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { ReviewedAnswer } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { Failed } from '../../shell/failed.js';
import { notify } from '../../shell/notices/notify.js';
import { useWhyWords } from '../words.js';

interface DialogProps {
  answer: ReviewedAnswer;
  opened: boolean;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

const MOST_QUESTION = 500;
const MOST_ANSWER = 4000;

/** The right answer, which becomes the operator's own. */
export function Correction({ opened, onClose, ...rest }: DialogProps) {
  const { correction: words, close } = useWhyWords().review;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': close }}
      size="lg"
    >
      <Fields {...rest} onClose={onClose} />
    </Modal>
  );
}

function Fields({ answer, onChanged, onClose }: Omit<DialogProps, 'opened'>) {
  const { correction: words, cancel, save } = useWhyWords().review;
  const { correction, answer_id: sid } = answer;
  const [question, setQuestion] = useState(
    correction?.questions[0] ?? answer.question.slice(0, MOST_QUESTION),
  );
  const [right, setRight] = useState(correction?.answer ?? '');
  const keep = useMutation({
    ...correctionsControllerCorrectMutation(),
    onSuccess: async () => {
      await onChanged();
      onClose();
      void notify({ message: words.done, color: 'leaf' });
    },
  });
  const wrong = keep.error instanceof Failure ? keep.error.fields : new Map<string, string>();
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ path: { sid }, body: { question, answer: right } });
      }}
    >
      <p className="hint">{words.lead}</p>
      <Textarea
        label={words.question}
        description={words.questionHint}
        value={question}
        onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
        error={wrong.get('question')}
        maxLength={MOST_QUESTION}
        required
        autosize
        maxRows={6}
      />
      <Textarea
        label={words.answer}
        value={right}
        onChange={({ currentTarget }) => setRight(currentTarget.value)}
        error={wrong.get('answer')}
        maxLength={MOST_ANSWER}
        required
        autosize
        minRows={4}
        maxRows={14}
        data-autofocus
      />
      {keep.error && !wrong.size && <Failed error={keep.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {save}
        </Button>
      </Group>
    </form>
  );
}
