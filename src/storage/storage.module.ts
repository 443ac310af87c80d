import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { Clock, SystemClock } from '../clock.js';
import { Env } from '../env/env.js';
import { openStorage } from './open-storage.js';
import { MongoStorage, SqliteStorage, Storage } from './storage.js';

/** Provides the environment, the clock and the store to all modules. */
@Module({})
export class StorageModule implements OnApplicationShutdown {
  constructor(@Inject(Storage) private readonly storage: SqliteStorage | MongoStorage) {}

  /** With `simulator`, the store is another one than that of real data. */
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

  /** Closes the store at the end of a shutdown, after the worker and the server have stopped. */
  async onApplicationShutdown(): Promise<void> {
    const { storage } = this;
    await (storage.kind === 'sqlite' ? storage.sqlite.close() : storage.mongo.close());
  }
}
