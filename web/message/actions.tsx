import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import {
  failuresControllerDiscardMutation,
  failuresControllerRetryMutation,
} from '../api/dist/@tanstack/react-query.gen.js';
import type { TimelineView } from '../api/dist/types.gen.js';
import { useRenew } from '../api/renew.js';
import { Confirm } from '../shell/confirm.js';
import { notify } from '../shell/notices/notify.js';
import { Replay } from './replay.js';
import { useMessageWords } from './words.js';

/** What a person can do about a message. */
export function Actions({ sid, timeline }: { sid: string; timeline: TimelineView }) {
  const words = useMessageWords();
  const [replaying, replay] = useState(false);
  const { failure, message, outcome } = timeline;
  return (
    <Group gap="xs">
      {failure?.can_retry && (
        <May do={scopes.failuresControllerRetry}>
          <Retry id={failure.id} uncertain={outcome === 'uncertain'} />
        </May>
      )}
      {failure?.can_discard && (
        <May do={scopes.failuresControllerDiscard}>
          <Discard id={failure.id} />
        </May>
      )}
      {message.direction === 'inbound' && (
        <May do={scopes.timelineControllerReplay}>
          <Button size="sm" variant="default" title={words.replayHint} onClick={() => replay(true)}>
            {words.replay}
          </Button>
        </May>
      )}
      {replaying && <Replay sid={sid} onClose={() => replay(false)} />}
    </Group>
  );
}

function Retry({ id, uncertain }: { id: string; uncertain: boolean }) {
  const words = useMessageWords();
  const [asked, ask] = useState(false);
  const renew = useRenew('timeline', 'failures');
  const retrying = useMutation({
    ...failuresControllerRetryMutation(),
    onSuccess: () => {
      ask(false);
      void notify({ message: words.retried });
      return renew();
    },
  });
  return (
    <>
      <Button size="sm" onClick={() => ask(true)}>
        {words.retry}
      </Button>
      <Confirm
        title={asked ? words.retryTitle : null}
        act={words.retry}
        busy={retrying.isPending}
        error={retrying.error}
        onAct={() => retrying.mutate({ path: { id } })}
        onClose={() => ask(false)}
      >
        <Text>{words.retryHint}</Text>
        {uncertain && <Text mt="xs">{words.retryUncertain}</Text>}
      </Confirm>
    </>
  );
}

function Discard({ id }: { id: string }) {
  const words = useMessageWords();
  const [asked, ask] = useState(false);
  const renew = useRenew('timeline', 'failures');
  const discarding = useMutation({
    ...failuresControllerDiscardMutation(),
    onSuccess: () => {
      ask(false);
      void notify({ message: words.discarded });
      return renew();
    },
  });
  return (
    <>
      <Button size="sm" variant="default" onClick={() => ask(true)}>
        {words.discard}
      </Button>
      <Confirm
        title={asked ? words.discardTitle : null}
        act={words.discard}
        danger
        busy={discarding.isPending}
        error={discarding.error}
        onAct={() => discarding.mutate({ path: { id } })}
        onClose={() => ask(false)}
      >
        <Text>{words.discardHint}</Text>
      </Confirm>
    </>
  );
}
