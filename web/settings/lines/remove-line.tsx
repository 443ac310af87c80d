import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { linesControllerRemoveMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import { Confirm } from '../../shell/confirm.js';
import { notify } from '../../shell/notices/notify.js';
import { useLinesWords } from './words.js';

/** Asks, and takes the set-up of a line away. */
export function RemoveLine({ id, name }: { id: string; name: string }) {
  const words = useLinesWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, ask] = useState(false);
  const removal = useMutation({
    ...linesControllerRemoveMutation(),
    onSuccess: async () => {
      ask(false);
      void notify({ message: words.removed });
      await navigate({ to: '/settings/lines' });
      void queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => ask(true)}>
        {words.remove}
      </Button>
      <Confirm
        title={asked ? words.removeTitle(name) : null}
        act={words.remove}
        danger
        busy={removal.isPending}
        error={removal.error}
        onAct={() => removal.mutate({ path: { id } })}
        onClose={() => {
          removal.reset();
          ask(false);
        }}
      >
        <p>{words.removeHint}</p>
      </Confirm>
    </>
  );
}
