import { Endpoints } from './config/endpoints.js';
import { simulatorMode } from './config/simulator-mode.js';
import type { Env } from './env/env.js';
import { listOf } from './env/shared-keys.js';
import { knownCredentials, simulatorCredentials, spareKeyOf } from './simulator/credentials.js';

/** The addresses of an app that starts. Makes the simulator's credentials where there are none. */
export function endpointsOf(env: Env): Endpoints {
  return endpointsBy(env, simulatorCredentials);
}

/** The addresses, as a start would see them, but without making any file: for the command line. */
export function endpointsSeen(env: Env): Endpoints {
  return endpointsBy(env, knownCredentials);
}

function endpointsBy(env: Env, credentials: typeof simulatorCredentials): Endpoints {
  const simulated = () => {
    const account = credentials(env);
    const sharedKeys = env.SIMULATOR_SHARED_KEY ?? listOf([spareKeyOf(account)]);
    return { ...account, sharedKeys, from: env.SIMULATOR_FROM };
  };
  return new Endpoints(env, simulatorMode(env) ? simulated() : undefined);
}
