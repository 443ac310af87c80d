import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { webPagesControllerPutMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import { Failure } from '../../api/failure.js';
import { useRenew } from '../../api/renew.js';
import { Failed } from '../../shell/failed.js';
import { notify } from '../../shell/notices/notify.js';
import { useShellWords } from '../../shell/words.js';
import { useKnowledgeWords } from '../words.js';

/** Has a page of the web read. */
export function AddPage({ onClose }: { onClose: () => void }) {
  const words = useKnowledgeWords();
  const { close } = useShellWords();
  const renew = useRenew('documents', 'passages');
  const [url, setUrl] = useState('');
  const add = useMutation({
    ...webPagesControllerPutMutation(),
    onSuccess: ({ title, outcome }) => {
      void notify({ title: words.added[outcome], message: title });
      onClose();
      return renew();
    },
  });
  const wrong = add.error instanceof Failure ? add.error.fields.get('url') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: { url: url.trim() } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.page.title}
      centered
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.page.hint}
          </Text>
          <TextInput
            type="url"
            label={words.page.address}
            placeholder="https://"
            required
            maxLength={500}
            value={url}
            onChange={({ currentTarget }) => setUrl(currentTarget.value)}
            error={wrong}
            data-autofocus
          />
          {add.error && !wrong && <Failed error={add.error} />}
          <Button type="submit" loading={add.isPending}>
            {words.page.submit}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
