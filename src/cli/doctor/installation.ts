import type { Installation } from '../../checks/installation.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { type BotConfig, botConfig, secretsOf, simulatedConfig } from '../../config/bot-config.js';
import type { Endpoints } from '../../config/endpoints.js';
import type { SecretKey } from '../../config/secrets/secret-key.js';
import { SettingsRepository } from '../../config/settings.repository.js';
import { SystemClock } from '../../clock.js';
import { type Env, secretsIn } from '../../env/env.js';
import type { RunningAt } from './running.js';

/** What the doctor's checks look at. They add to it what later ones need. */
export interface Examined extends Installation {
  running: RunningAt;
  /** Present once the store could be read. */
  settings?: SettingsRepository;
  /** Closes what was opened for the checks. */
  leave?(): Promise<void>;
}

/** The stored settings, which are only read here: the running process changes them. */
export class ReadOnlySettings extends SettingsRepository {
  constructor(private readonly read: (name: string) => Promise<string | undefined>) {
    super();
  }

  find(name: string): Promise<string | undefined> {
    return this.read(name);
  }

  /** Says that it is done and changes nothing: a new key would seal the secrets anew. */
  async replace(): Promise<boolean> {
    return true;
  }
}

/** The configuration that counts while none is read from the store. */
export function configByEnvironment(env: Env, { simulated }: Endpoints): BotConfig {
  const config = botConfig({}, env);
  return simulated ? simulatedConfig(config, simulated) : config;
}

/** What must be in no finding, as far as it is known by now. */
export function secretsOfInstallation({ env, config, running, endpoints }: Examined) {
  return [
    running.adminToken,
    endpoints.simulated?.authToken,
    ...secretsIn(env),
    ...secretsOf(config),
  ];
}

/** The configuration that counts, and the lines. Throws an `EnvError` for a wrong key. */
export async function storedConfig(
  { env, endpoints }: Examined,
  settings: SettingsRepository,
  key: SecretKey,
): Promise<Pick<Installation, 'config' | 'lines'>> {
  const stored = new BotConfigService(settings, key, endpoints, env, new SystemClock());
  return { config: await stored.fresh(), lines: (await stored.knownLines()).lines };
}
