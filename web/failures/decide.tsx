import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FailureView } from '../api/dist/types.gen.js';
import { useRenew } from '../api/renew.js';
import { Confirm } from '../shell/confirm.js';
import { decideAll } from './decide-all.js';
import type { Result } from './outcome.js';
import { useFailuresWords } from './words.js';

/** What a person is about to decide. */
export interface Decision {
  what: 'retry' | 'discard';
  failures: FailureView[];
}

interface DecideProps {
  decision: Decision | undefined;
  onDone(result: Result): void;
  onClose(): void;
}

/** Says how many it is about and what it means, and does it when that is wanted. */
export function Decide({ decision, onDone, onClose }: DecideProps) {
  const words = useFailuresWords();
  const renew = useRenew('failures');
  const deciding = useMutation({
    mutationFn: ({ what, failures }: Decision) =>
      decideAll(
        what,
        failures.map(({ id }) => id),
      ),
    onSuccess: (done, { what, failures }) => {
      onDone({ what, failures, ...done });
      return renew();
    },
  });
  const close = () => {
    deciding.reset();
    onClose();
  };
  const { what = 'retry', failures = [] } = decision ?? {};
  const titles = { retry: words.retryTitle, discard: words.discardTitle };
  return (
    <Confirm
      title={decision ? titles[what](failures.length) : null}
      act={words[what]}
      danger={what === 'discard'}
      busy={deciding.isPending}
      error={deciding.error}
      onAct={() => deciding.mutate(decision!)}
      onClose={close}
    >
      {what === 'retry' ? <RetryMeans failures={failures} /> : <Text>{words.discardHint}</Text>}
    </Confirm>
  );
}

function RetryMeans({ failures }: { failures: FailureView[] }) {
  const words = useFailuresWords();
  const of = (kind: FailureView['kind']) => failures.filter((one) => one.kind === kind).length;
  const [uncertain, fallback] = [of('uncertain'), of('fallback')];
  return (
    <Stack gap="xs">
      <Text>{words.retryHint}</Text>
      {uncertain > 0 && <Text className="failing-beware">{words.retryUncertain(uncertain)}</Text>}
      {fallback > 0 && <Text c="dimmed">{words.retryFallback(fallback)}</Text>}
    </Stack>
  );
}
