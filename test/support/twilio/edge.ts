import type { Provider, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { NextFunction, Request } from 'express';
import type { Scope } from '../../../src/http/admin/scope.js';
import { useHttp } from '../../../src/http/use-http.js';

/** Controllers behind what every request passes, listening; the rest is what the test plays. */
export async function startEdge(
  controllers: Type[],
  providers: Provider[],
  scope?: Scope,
): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule({ controllers, providers }).compile();
  const app = module.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: false,
  });
  if (scope) app.use(holding(scope));
  useHttp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** In place of the admin's guard: whoever asks has a token of this scope. */
function holding(scope: Scope) {
  return (request: Request, _: unknown, next: NextFunction) => {
    request.holder = { name: 'a test', scope, mark: '' } as unknown as Request['holder'];
    next();
  };
}
