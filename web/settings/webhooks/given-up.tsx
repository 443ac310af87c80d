import { Button, Group } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import {
  deliveriesControllerDiscardMutation,
  deliveriesControllerListInfiniteOptions,
  deliveriesControllerRetryMutation,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { DeliveryView } from '../../api/dist/types.gen.js';
import { useRenew } from '../../api/renew.js';
import { Failed } from '../../shell/failed.js';
import { More } from '../../shell/more.js';
import { Time } from '../../shell/time.js';
import { useWebhooksWords } from './words.js';

/** What nobody took in a day of tries, with a decision about each. */
export function GivenUp() {
  const words = useWebhooksWords();
  const list = useInfiniteQuery({
    ...deliveriesControllerListInfiniteOptions({ query: { state: 'failed', limit: 50 } }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  if (list.error) return <Failed error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return null;
  const failed = list.data.pages.flatMap(({ items }) => items);
  const [{ counts }] = list.data.pages;
  return (
    <section>
      <h2>{words.failed}</h2>
      <p className="hint">
        {failed.length ? words.failedHint : words.noneFailed} {words.waiting(counts.waiting)}.
      </p>
      <ul className="listed" aria-label={words.failed}>
        {failed.map((one) => (
          <Delivery key={one.id} one={one} />
        ))}
      </ul>
      <More list={list} />
    </section>
  );
}

function Delivery({ one }: { one: DeliveryView }) {
  const words = useWebhooksWords();
  const renew = useRenew('deliveries');
  const retry = useMutation({ ...deliveriesControllerRetryMutation(), onSuccess: renew });
  const discard = useMutation({ ...deliveriesControllerDiscardMutation(), onSuccess: renew });
  const path = { id: one.id };
  const error = retry.error ?? discard.error;
  return (
    <li>
      <h3>{words.typeOf(one.type)}</h3>
      <p className="facts">
        {one.kind === 'mail' && <span>{words.mail}</span>}
        <span>
          <Time at={one.happened_at} />
        </span>
        <span>{words.tries(one.tries)}</span>
      </p>
      <p className="said">{one.error}</p>
      {error && <Failed error={error} />}
      <May do={scopes.deliveriesControllerRetry}>
        <Group gap="xs">
          <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ path })}>
            {words.retry}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={discard.isPending}
            onClick={() => discard.mutate({ path })}
          >
            {words.discard}
          </Button>
        </Group>
      </May>
    </li>
  );
}
