import { endpointsSeen } from '../app.endpoints.js';
import type { BotConfig } from '../config/bot-config.js';
import type { Endpoints } from '../config/endpoints.js';
import type { Env } from '../env/env.js';
import { configByEnvironment, type Examined } from './doctor/installation.js';
import { secretKey } from './doctor/keys.check.js';
import { RunningAt } from './doctor/running.js';
import { store } from './doctor/store.check.js';

/** The configuration that counts here, read and not changed: what is stored goes before `env`. */
export async function knownConfig(env: Env): Promise<{ config: BotConfig; endpoints: Endpoints }> {
  const endpoints = endpointsSeen(env);
  const running = new RunningAt(endpoints.localUrl);
  const config = configByEnvironment(env, endpoints);
  const installation: Examined = { env, endpoints, running, config };
  await store(installation);
  await secretKey(installation);
  await installation.leave?.();
  return { config: installation.config, endpoints };
}
