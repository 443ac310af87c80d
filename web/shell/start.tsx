import { Navigate } from '@tanstack/react-router';
import { Loading } from './loading.js';
import { useSession } from './session.js';

/** The bare address: who tries Recado wants to ask it something, who runs it to see how it does. */
export function Start() {
  const { data } = useSession();
  if (!data) return <Loading />;
  return <Navigate to={data.simulator ? '/simulator' : '/overview'} replace />;
}
