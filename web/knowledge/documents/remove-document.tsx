import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { documentsControllerRemoveMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { DocumentView } from '../../api/dist/types.gen.js';
import { useRenew } from '../../api/renew.js';
import { Confirm } from '../../shell/confirm.js';
import { notify } from '../../shell/notices/notify.js';
import { useKnowledgeWords } from '../words.js';

interface RemoveDocumentProps {
  /** The one that is to go; undefined: none is. */
  document: Pick<DocumentView, 'id' | 'title'> | undefined;
  onRemoved?(): void;
  onClose(): void;
}

/** Asks, and takes a document out. */
export function RemoveDocument({ document, onRemoved, onClose }: RemoveDocumentProps) {
  const words = useKnowledgeWords();
  const renew = useRenew('documents');
  const removal = useMutation({
    ...documentsControllerRemoveMutation(),
    onSuccess: () => {
      void notify({ title: words.removed, message: document!.title });
      onClose();
      onRemoved?.();
      return renew();
    },
  });
  const close = () => {
    removal.reset();
    onClose();
  };
  return (
    <Confirm
      title={document ? words.removeTitle : null}
      act={words.remove}
      danger
      busy={removal.isPending}
      error={removal.error}
      onAct={() => removal.mutate({ path: { id: document!.id } })}
      onClose={close}
    >
      <Text fw={600} className="said" dir="auto">
        {document?.title}
      </Text>
      <Text size="sm" c="dimmed">
        {words.removeHint}
      </Text>
    </Confirm>
  );
}
