import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { endpointsControllerAddMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { NewEndpoint } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { useRenew } from '../../api/renew.js';
import { Failed } from '../../shell/failed.js';
import { useShellWords } from '../../shell/words.js';
import { useWebhooksWords } from './words.js';

type Type = NewEndpoint['types'][number];

/** Adds an endpoint, and then shows its secret, which is never shown again. */
export function AddEndpoint({ onClose }: { onClose(): void }) {
  const words = useWebhooksWords();
  const { close } = useShellWords();
  const renew = useRenew('endpoints');
  const add = useMutation({ ...endpointsControllerAddMutation(), onSuccess: renew });
  const title = add.data ? words.secretTitle : words.add;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': close }}
    >
      {add.data ? (
        <Stack gap="sm">
          <p className="hint">{words.secretHint}</p>
          <code className="said">{add.data.secret}</code>
          <Button onClick={onClose}>{words.copied}</Button>
        </Stack>
      ) : (
        <Form busy={add.isPending} error={add.error} onAdd={(body) => add.mutate({ body })} />
      )}
    </Modal>
  );
}

interface FormProps {
  busy: boolean;
  error: unknown;
  onAdd(endpoint: NewEndpoint): void;
}

function Form({ busy, error, onAdd }: FormProps) {
  const words = useWebhooksWords();
  const [url, setUrl] = useState('');
  const [description, describe] = useState('');
  const [types, choose] = useState<Type[]>(['conversation.waiting', 'message.failed']);
  const { fields } = error instanceof Failure ? error : new Failure(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ url: url.trim(), description, types });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={words.address}
          description={words.addressHint}
          type="url"
          required
          data-autofocus
          value={url}
          onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          error={fields.get('url')}
        />
        <TextInput
          label={words.description}
          maxLength={200}
          value={description}
          onChange={({ currentTarget }) => describe(currentTarget.value)}
        />
        <Checkbox.Group
          label={words.told}
          value={types}
          onChange={(chosen) => choose(chosen as Type[])}
          error={fields.get('types')}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(words.types).map(([type, name]) => (
              <Checkbox key={type} value={type} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        {error != null && <Failed error={error} />}
        <Button type="submit" loading={busy} disabled={!types.length}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
