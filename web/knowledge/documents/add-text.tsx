import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { documentsControllerAddMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import { Failure } from '../../api/failure.js';
import { useRenew } from '../../api/renew.js';
import { Failed } from '../../shell/failed.js';
import { notify } from '../../shell/notices/notify.js';
import { useShellWords } from '../../shell/words.js';
import { useKnowledgeWords } from '../words.js';

interface AddTextProps {
  /** What it is to be about, where that is known. */
  title?: string;
  onClose(): void;
}

/** Writes a document here. One of the same title is replaced. */
export function AddText({ title: about = '', onClose }: AddTextProps) {
  const words = useKnowledgeWords();
  const { close } = useShellWords();
  const renew = useRenew('documents', 'passages');
  const [title, setTitle] = useState(about);
  const [text, setText] = useState('');
  const add = useMutation({
    ...documentsControllerAddMutation(),
    onSuccess: ({ title: taken, outcome }) => {
      void notify({ title: words.added[outcome], message: taken });
      onClose();
      return renew();
    },
  });
  const { fields } = add.error instanceof Failure ? add.error : new Failure(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: { title, text } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.text.title}
      size="lg"
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={words.text.name}
            required
            maxLength={200}
            dir="auto"
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            error={fields.get('title')}
            data-autofocus={about ? undefined : true}
          />
          <Textarea
            label={words.text.text}
            description={words.text.hint}
            required
            rows={12}
            dir="auto"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={fields.get('text')}
            data-autofocus={about ? true : undefined}
          />
          {add.error && !fields.size && <Failed error={add.error} />}
          <Button type="submit" loading={add.isPending}>
            {words.text.submit}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
