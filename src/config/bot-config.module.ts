import { type DynamicModule, Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { BotConfigController } from './bot-config.controller.js';
import { BotConfigService } from './bot-config.service.js';
import { Endpoints } from './endpoints.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryService } from './history/history.service.js';
import { SettingHistory } from './history/setting-history.js';
import { SealedPlaces } from './secrets/sealed-places.js';
import { LineSettings } from './lines/line-settings.service.js';
import { SecretKey } from './secrets/secret-key.js';
import { SettingsRepository } from './settings.repository.js';

/** Provides the settings that an administrator may change, and the fixed addresses. */
@Module({})
export class BotConfigModule {
  /** A global module. If `endpoints` has a simulated Twilio, its account replaces the real one. */
  static with(endpoints: Endpoints): DynamicModule {
    return {
      module: BotConfigModule,
      global: true,
      controllers: [BotConfigController, HistoryController],
      providers: [
        adapterFor(SettingsRepository, {
          sqlite: () => import('./settings.sqlite.js'),
          mongo: () => import('./settings.mongo.js'),
        }),
        adapterFor(SettingHistory, {
          sqlite: () => import('./history/setting-history.sqlite.js'),
          mongo: () => import('./history/setting-history.mongo.js'),
        }),
        { provide: Endpoints, useValue: endpoints },
        SealedPlaces,
        SecretKey,
        BotConfigService,
        HistoryService,
        LineSettings,
      ],
      exports: [
        BotConfigService,
        Endpoints,
        LineSettings,
        SealedPlaces,
        SecretKey,
        SettingsRepository,
      ],
    };
  }
}
