import type { Provider, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { useHttp } from '../../../src/http/use-http.js';

/** Controllers behind what every request passes, listening; the rest is what the test plays. */
export async function startEdge(
  controllers: Type[],
  providers: Provider[],
): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule({ controllers, providers }).compile();
  const app = module.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: false,
  });
  useHttp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}
