import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type DynamicModule,
  type MiddlewareConsumer,
  Module,
  type NestModule,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SystemClock } from '../clock.js';
import type { Env } from '../env/env.js';
import { sharedKeysIn } from '../env/shared-keys.js';
import { KnownQuery } from '../http/edge/known-query.guard.js';
import { ProblemFilter } from '../http/edge/problem.filter.js';
import { requestId } from '../http/edge/request-id.js';
import { Routes } from '../http/edge/routes.js';
import { freshCredentials } from './credentials.js';
import { SimulatorModule } from './simulator.module.js';
import type { SimulatorOptions } from './simulator.options.js';

const HOST = '127.0.0.1';

/** The emulator as an application of its own. Nobody needs a token: only this machine reaches it. */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: KnownQuery },
    {
      provide: APP_FILTER,
      inject: [ModulesContainer],
      useFactory: (modules: ModulesContainer) =>
        new ProblemFilter(new SystemClock(), new Routes(modules)),
    },
  ],
})
class StandaloneModule implements NestModule {
  static with(options: SimulatorOptions): DynamicModule {
    return { module: StandaloneModule, imports: [SimulatorModule.alone(options)] };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(requestId).forRoutes('{*path}');
  }
}

export interface Standalone {
  options: SimulatorOptions;
  close(): Promise<void>;
}

/** Starts it on SIMULATOR_PORT. Rejects when the port is taken or the ledger can't be read. */
export async function startAlone(
  env: Env,
  given: Partial<SimulatorOptions> = {},
): Promise<Standalone> {
  let port = env.SIMULATOR_PORT;
  const options: SimulatorOptions = {
    ...freshCredentials(env),
    sharedKey: sharedKeysIn(env.SIMULATOR_SHARED_KEY)[0],
    from: env.SIMULATOR_FROM,
    ledgerFile: env.SIMULATOR_LEDGER,
    address: () => `http://${HOST}:${port}`,
    webhookUrl: () => env.SIMULATOR_WEBHOOK_URL,
    ...given,
  };
  const app = await NestFactory.create<NestExpressApplication>(StandaloneModule.with(options), {
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    logger: ['fatal', 'error', 'warn'],
  });
  app.disable('x-powered-by');
  await app.init();
  port = await listen(app.getHttpServer(), port);
  return { options, close: () => app.close() };
}

/** Not by Nest, which would log what the caller is told anyway. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, HOST);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
