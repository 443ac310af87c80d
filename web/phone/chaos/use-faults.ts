import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { controlControllerFaults, controlControllerSetFaults } from '../../api/dist/sdk.gen.js';
import type { CallbackFaults, CreateFaults, FaultSettings } from '../../api/dist/types.gen.js';
import { keyOf } from '../../api/key.js';

/** Milliseconds for which a message waits to be overtaken. */
const OVERTAKE = 10_000;
const FAULTS = {
  queryKey: keyOf('controlControllerFaults'),
  queryFn: async () => (await controlControllerFaults({ throwOnError: true })).data,
};

/** One after the other, in the order in which they were pressed. */
const PUT = { mutationKey: ['faults'], scope: { id: 'faults' } };

/** What goes wrong on purpose, as the switches have it. */
export interface Chaos {
  times: number;
  /** Milliseconds. */
  delay: number;
  disorder: boolean;
  forged: boolean;
  sharedKey: boolean;
  create: NonNullable<CreateFaults['mode']>;
  callbacks: NonNullable<CallbackFaults['mode']>;
}

export const CALM: Chaos = {
  times: 1,
  delay: 0,
  disorder: false,
  forged: false,
  sharedKey: false,
  create: 'none',
  callbacks: 'none',
};

/** The simulator's faults, whoever set them; what no switch here is for stays as it is. */
export function useFaults() {
  const queries = useQueryClient();
  const query = useQuery({ ...FAULTS, refetchInterval: 5000 });
  const put = useMutation({
    mutationFn: async (body: FaultSettings) =>
      (await controlControllerSetFaults({ body, throwOnError: true })).data,
    // Shown at once: the next switch changes what this one made, not what the server said before.
    onMutate: (body) => {
      void queries.cancelQueries(FAULTS);
      queries.setQueryData(FAULTS.queryKey, body);
    },
    onSettled: () => {
      // An answer to this switch knows nothing of those that were pressed since.
      const isLatest = queries.isMutating({ mutationKey: PUT.mutationKey }) === 1;
      return isLatest ? queries.invalidateQueries(FAULTS) : undefined;
    },
    ...PUT,
  });
  const settings = query.data ?? {};
  const chaos = chaosIn(settings);
  return {
    chaos,
    error: query.error ?? put.error,
    /** How many things go wrong now. */
    count: Object.keys(settings).filter((name) => isOn(settings[name as keyof FaultSettings]))
      .length,
    set: (change: Partial<Chaos>) => {
      // What was drawn may be older than the switch before.
      const now = queries.getQueryData<FaultSettings>(FAULTS.queryKey) ?? {};
      put.mutate({ ...now, ...faultsOf({ ...chaosIn(now), ...change }) });
    },
    calm: () => put.mutate({}),
  };
}

function isOn(fault: unknown): boolean {
  return typeof fault === 'object' && (fault as { mode?: string }).mode !== 'none';
}

function chaosIn({ inbound, create, callbacks }: FaultSettings): Chaos {
  return {
    times: inbound?.times ?? 1,
    delay: inbound?.delay_ms ?? 0,
    disorder: !!inbound?.overtake_ms,
    forged: !!inbound?.bad_signature,
    sharedKey: !!inbound?.shared_key,
    create: create?.mode ?? 'none',
    callbacks: callbacks?.mode ?? 'none',
  };
}

function faultsOf(chaos: Chaos): FaultSettings {
  const { times, delay, disorder, forged, sharedKey, create, callbacks } = chaos;
  const inbound = {
    ...(times > 1 && { times }),
    ...(delay > 0 && { delay_ms: delay }),
    ...(disorder && { overtake_ms: OVERTAKE }),
    ...(forged && { bad_signature: true }),
    ...(sharedKey && { shared_key: true }),
  };
  return {
    inbound: Object.keys(inbound).length ? inbound : undefined,
    create: create === 'none' ? undefined : { mode: create },
    callbacks: callbacks === 'none' ? undefined : { mode: callbacks },
  };
}
