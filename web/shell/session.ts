import { useQuery } from '@tanstack/react-query';
import {
  botConfigControllerShow,
  sessionControllerShow,
  statsControllerPeople,
} from '../api/dist/sdk.gen.js';
import { keyOf } from '../api/key.js';

const throwOnError = true;

/** Who is signed in, and whether the simulator takes Twilio's place. */
export function useSession() {
  return useQuery({
    queryKey: keyOf('sessionControllerShow'),
    queryFn: async ({ signal }) => (await sessionControllerShow({ signal, throwOnError })).data,
    staleTime: 60_000,
  });
}

/** The configuration. */
export function useConfig() {
  return useQuery({
    queryKey: keyOf('botConfigControllerShow'),
    queryFn: async ({ signal }) => (await botConfigControllerShow({ signal, throwOnError })).data,
    staleTime: 30_000,
  });
}

/** How many wait for a person. */
export function useWaiting(): number {
  const { data } = useQuery({
    queryKey: keyOf('statsControllerPeople'),
    queryFn: async ({ signal }) => (await statsControllerPeople({ signal, throwOnError })).data,
    meta: { live: ['conversation'] },
  });
  return data?.people ?? 0;
}
