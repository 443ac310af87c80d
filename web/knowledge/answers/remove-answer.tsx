import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answersControllerRemoveMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { CuratedAnswerView } from '../../api/dist/types.gen.js';
import { useRenew } from '../../api/renew.js';
import { Confirm } from '../../shell/confirm.js';
import { useKnowledgeWords } from '../words.js';

interface RemoveAnswerProps {
  /** The one that is to go; undefined: none is. */
  answer: CuratedAnswerView | undefined;
  onClose(): void;
}

/** Asks, and takes one of the operator's own answers out. */
export function RemoveAnswer({ answer, onClose }: RemoveAnswerProps) {
  const words = useKnowledgeWords();
  const renew = useRenew('answers');
  const removal = useMutation({
    ...answersControllerRemoveMutation(),
    onSuccess: () => {
      onClose();
      return renew();
    },
  });
  const close = () => {
    removal.reset();
    onClose();
  };
  return (
    <Confirm
      title={answer ? words.removeAnswerTitle : null}
      act={words.remove}
      danger
      busy={removal.isPending}
      error={removal.error}
      onAct={() => removal.mutate({ path: { id: answer!.id } })}
      onClose={close}
    >
      <Text fw={600} className="said" dir="auto">
        {answer?.questions[0]}
      </Text>
      <Text size="sm" c="dimmed">
        {words.removeAnswerHint}
      </Text>
    </Confirm>
  );
}
