import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { Clock, SystemClock } from '../clock.js';
import { Env } from '../env/env.js';
import { openStorage } from './open-storage.js';
import { MongoStorage, SqliteStorage, Storage } from './storage.js';

/** What everything stands on: the environment, the time and the store. Global. */
@Module({})
export class StorageModule implements OnApplicationShutdown {
  constructor(@Inject(Storage) private readonly storage: SqliteStorage | MongoStorage) {}

  /** `simulator`: what is kept is kept apart from real data. */
  static with(env: Env, simulator: boolean): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      imports: [
        ConfigModule.forRoot({
          ignoreEnvFile: true,
          skipProcessEnv: true,
          load: [() => ({ recado: env })],
        }),
      ],
      providers: [
        {
          provide: Env,
          inject: [ConfigService],
          useFactory: (config: ConfigService) => config.getOrThrow<Env>('recado'),
        },
        { provide: Clock, useClass: SystemClock },
        {
          provide: Storage,
          inject: [Env],
          useFactory: (given: Env) => openStorage(given, simulator),
        },
      ],
      exports: [Env, Clock, Storage],
    };
  }

  /** The last step of a shutdown: the worker has stopped, the server is closed. */
  async onApplicationShutdown(): Promise<void> {
    const { storage } = this;
    await (storage.kind === 'sqlite' ? storage.sqlite.close() : storage.mongo.close());
  }
}
