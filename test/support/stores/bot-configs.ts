import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { BotConfigService } from '../../../src/config/bot-config.service.js';
import { Endpoints } from '../../../src/config/endpoints.js';
import type { SettingHistory } from '../../../src/config/history/setting-history.js';
import { SecretKey } from '../../../src/config/secrets/secret-key.js';
import { SettingsRepository } from '../../../src/config/settings.repository.js';
import { Env } from '../../../src/env/env.js';
import { SetClock } from './set-clock.js';
import { onBothStores, type TestStore } from './stores.js';

type Rest = Parameters<SettingsRepository['replace']> extends [string, ...infer R] ? R : never;

/** A test's part of a store that the suite shares: a store for each would take longer than the tests. */
class OwnSettings extends SettingsRepository {
  private readonly prefix = randomUUID();

  constructor(private readonly all: SettingsRepository) {
    super();
  }

  find(name: string): Promise<string | undefined> {
    return this.all.find(`${this.prefix} ${name}`);
  }

  replace(name: string, ...rest: Rest): Promise<boolean> {
    return this.all.replace(`${this.prefix} ${name}`, ...rest);
  }
}

/** Settings that no other test has. */
export interface BotConfigs {
  settings: SettingsRepository;
  /** Of all tests of the suite. */
  history: SettingHistory;
  clock: SetClock;
  env: Env;
  /** A node of its own on the same store. */
  node(
    given?: Partial<Env>,
    simulated?: ConstructorParameters<typeof Endpoints>[1],
  ): BotConfigService;
}

/** A contract suite over the configuration, once for each store. */
export function onBothBotConfigs(name: string, suite: (c: BotConfigs) => void): void {
  onBothStores(name, (make) => {
    let store: TestStore;
    const c = {
      node: (given = {}, simulated) => {
        const own = Object.assign(new Env(), c.env, given);
        const key = new SecretKey(own, c.settings);
        return new BotConfigService(c.settings, key, new Endpoints(own, simulated), own, c.clock);
      },
    } as BotConfigs;
    let all: SettingsRepository;
    beforeAll(async () => {
      store = await make();
      all = await store.open<SettingsRepository>({
        sqlite: () => import('../../../src/config/settings.sqlite.js'),
        mongo: () => import('../../../src/config/settings.mongo.js'),
      });
      c.history = await store.open<SettingHistory>({
        sqlite: () => import('../../../src/config/history/setting-history.sqlite.js'),
        mongo: () => import('../../../src/config/history/setting-history.mongo.js'),
      });
    });
    beforeEach(() => {
      c.clock = new SetClock(Date.UTC(2026, 10, 1));
      const DATA_DIR = mkdtempSync(join(tmpdir(), 'recado-'));
      const SECRET_KEY = randomBytes(32).toString('base64');
      c.env = Object.assign(new Env(), { DATA_DIR, SECRET_KEY });
      c.settings = new OwnSettings(all);
    });
    afterAll(() => store.close());
    suite(c);
  });
}
