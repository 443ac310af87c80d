import { useQuery } from '@tanstack/react-query';
import { botConfigControllerShowOptions } from '../api/dist/@tanstack/react-query.gen.js';

/** The configuration; it says, too, whether the simulator takes Twilio's place. */
export function useConfig() {
  return useQuery({ ...botConfigControllerShowOptions(), staleTime: 30_000 });
}
