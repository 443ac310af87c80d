import { Navigate } from '@tanstack/react-router';
import { useSetUp, wantsAttention } from '../../set-up/use-set-up.js';
import { Loading } from '../loading.js';
import { useSession } from '../session.js';

/**
 * The bare address: who tries Recado wants to ask it something, who runs it to see how it does, and
 * before that what is still to be set up.
 */
export function Start() {
  const { data } = useSession();
  const setUp = useSetUp();
  if (data?.simulator) return <Navigate to="/simulator" replace />;
  if (!data || setUp.isPending) return <Loading />;
  const isLeft = setUp.data?.items.some(wantsAttention);
  return <Navigate to={isLeft ? '/set-up' : '/overview'} replace />;
}
