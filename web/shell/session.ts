import { useQuery } from '@tanstack/react-query';
import {
  botConfigControllerShowOptions,
  sessionControllerShowOptions,
} from '../api/dist/@tanstack/react-query.gen.js';

/** Who is signed in, and whether the simulator takes Twilio's place. */
export function useSession() {
  return useQuery({ ...sessionControllerShowOptions(), staleTime: 60_000 });
}

/** The configuration. */
export function useConfig() {
  return useQuery({ ...botConfigControllerShowOptions(), staleTime: 30_000 });
}
