import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import {
  deliveriesControllerTestMutation,
  endpointsControllerChangeMutation,
  endpointsControllerRemoveMutation,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { EndpointView } from '../../api/dist/types.gen.js';
import { useRenew } from '../../api/renew.js';
import { Confirm } from '../../shell/confirm.js';
import { Failed } from '../../shell/failed.js';
import { notify } from '../../shell/notices/notify.js';
import { useWebhooksWords } from './words.js';

/** An endpoint: what it is told of, a test, and the way to disable or delete it. */
export function Endpoint({ one }: { one: EndpointView }) {
  const words = useWebhooksWords();
  const renew = useRenew('endpoints', 'deliveries');
  const [removing, remove] = useState(false);
  const path = { id: one.id };
  const change = useMutation({ ...endpointsControllerChangeMutation(), onSuccess: renew });
  const removal = useMutation({ ...endpointsControllerRemoveMutation(), onSuccess: renew });
  const test = useMutation({
    ...deliveriesControllerTestMutation(),
    onSuccess: ({ delivered, error }) =>
      notify({ message: delivered ? words.tested : error!, color: delivered ? 'leaf' : 'red' }),
  });
  const error = change.error ?? test.error;
  return (
    <li>
      <h3 className="said" dir="auto">
        {one.description || new URL(one.url).host}
      </h3>
      <code>{one.url}</code>
      <p className="facts">{one.types.map(words.typeOf).join(' · ')}</p>
      {!one.enabled && (
        <p className="facts">
          <strong>{words.disabled}</strong> {one.disabled_because}
        </p>
      )}
      {error && <Failed error={error} />}
      <May do={scopes.endpointsControllerChange}>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            onClick={() => test.mutate({ path })}
          >
            {words.test}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ path, body: { enabled: !one.enabled } })}
          >
            {one.enabled ? words.disable : words.enable}
          </Button>
          <Button size="xs" variant="default" onClick={() => remove(true)}>
            {words.remove}
          </Button>
        </Group>
      </May>
      <Confirm
        title={removing ? words.removeTitle : null}
        act={words.remove}
        danger
        busy={removal.isPending}
        error={removal.error}
        onAct={() => removal.mutate({ path })}
        onClose={() => remove(false)}
      >
        <p>{words.removeHint}</p>
      </Confirm>
    </li>
  );
}
