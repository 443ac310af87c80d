import { Loader } from '@mantine/core';
import { Navigate } from '@tanstack/react-router';
import { useSession } from './session.js';
import { useShellWords } from './words.js';

/** The bare address: who tries Recado wants to ask it something, who runs it to see how it does. */
export function Start() {
  const words = useShellWords();
  const { data } = useSession();
  if (!data) return <Loader aria-label={words.loading} />;
  return <Navigate to={data.simulator ? '/simulator' : '/overview'} replace />;
}
