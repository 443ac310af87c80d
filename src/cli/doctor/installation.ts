import { BotConfigService } from '../../config/bot-config.service.js';
import { type BotConfig, botConfig, secretsOf, simulatedConfig } from '../../config/bot-config.js';
import type { Endpoints } from '../../config/endpoints.js';
import type { SecretKey } from '../../config/secrets/secret-key.js';
import { SettingsRepository } from '../../config/settings.repository.js';
import { SystemClock } from '../../clock.js';
import { type Env, secretsIn } from '../../env/env.js';
import type { Running } from './running.js';

/** What the checks look at. Checks add to it what later ones need. */
export interface Installation {
  env: Env;
  endpoints: Endpoints;
  /** The process at our address. */
  running: Running;
  /** Present once the store could be read. */
  settings?: SettingsRepository;
  /** Likewise. */
  hasDocuments?(): Promise<boolean>;
  /** What counts: the stored values over the environment; the latter alone where none can be read. */
  config: BotConfig;
  /** Whether Twilio takes the account and the key: only then is it asked for more. */
  accountTaken?: boolean;
  /** Of the admin API, where there is one yet. */
  adminToken?: string;
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
export function secretsOfInstallation({ env, config, adminToken, endpoints }: Installation) {
  return [adminToken, endpoints.simulated?.authToken, ...secretsIn(env), ...secretsOf(config)];
}

/** The configuration that counts. Throws an `EnvError` for a wrong key. */
export function storedConfig(
  { env, endpoints }: Installation,
  settings: SettingsRepository,
  key: SecretKey,
): Promise<BotConfig> {
  return new BotConfigService(settings, key, endpoints, env, new SystemClock()).fresh();
}
