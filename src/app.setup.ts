import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { Clock } from './clock.js';
import { Endpoints } from './config/endpoints.js';
import { type Env, EnvError } from './env/env.js';
import { version } from './env/version.js';
import { SESSION_COOKIE } from './http/admin/console-sessions.js';
import { tellsAll } from './log/logger.js';
import { BoundedExpressAdapter } from './http/edge/bounded.adapter.js';
import { withProblems } from './http/open-api.js';
import { prefixOf } from './http/edge/path-prefix.js';
import { ProblemBody } from './http/problems/problem.js';
import { useHttp } from './http/use-http.js';

/** The routes of Swagger: the API's document, and the page that shows it. */
const DOCUMENT = [
  '/docs',
  '/docs/index.html',
  '/docs/swagger-ui-init.js',
  '/docs/docs/swagger-ui-init.js',
  '/docs/LICENSE',
  '/docs-json',
  '/docs-yaml',
];

/** Makes the app, ready to listen. Its log lines are buffered until it has a logger. */
export async function createApp(env: Env): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(env),
    new BoundedExpressAdapter(),
    { abortOnError: false, autoFlushLogs: false, bodyParser: false, bufferLogs: true },
  );
  configureApp(app, env);
  return app;
}

/** Sets up everything that does not depend on how the app was made; tests call it for their own apps. */
export function configureApp(app: NestExpressApplication, env: Env): void {
  try {
    useHttp(app, {
      trustedProxies: env.TRUSTED_PROXIES.split(',').flatMap((address) => address.trim() || []),
      prefix: prefixOf(app.get(Endpoints).publicUrl),
      clock: app.get(Clock),
      otherRoutes: DOCUMENT,
      logAll: tellsAll,
    });
  } catch (error) {
    throw new EnvError(`TRUSTED_PROXIES: ${(error as Error).message}`);
  }
  SwaggerModule.setup('docs', app, () => openApi(app, env));
}

/** Starts to listen and returns once it does. Throws an `EnvError` when the port is taken. */
export async function listen(app: NestExpressApplication, env: Env): Promise<void> {
  try {
    const server = await app.listen(env.PORT, env.HOST);
    app.get(Endpoints).listensOn((server.address() as AddressInfo).port);
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, env);
  }
}

function listenError(error: NodeJS.ErrnoException, { HOST, PORT }: Env): Error {
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return error;
  if (error.code === 'EADDRINUSE')
    return new EnvError(`PORT ${PORT} on ${HOST} is taken; stop who has it, or name another PORT`);
  return new EnvError(`HOST, PORT: cannot listen on ${HOST}, port ${PORT} (${error.code})`);
}

/** Without `bearerFormat: undefined`, Nest would describe the token as a JWT. */
const BEARER = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: undefined,
  description: 'The admin token: ADMIN_TOKEN or, without one, what DATA_DIR/admin-token holds.',
} as const;

const COOKIE = {
  type: 'apiKey',
  description:
    "The console's, given by POST /api/v1/session. It counts only for requests of the console's own " +
    'pages: their Origin is looked at or, of a GET, Sec-Fetch-Site.',
} as const;

/** The OpenAPI document at /docs-json: all routes except the simulator's Twilio API. */
export function openApi(app: NestExpressApplication, env: Env): OpenAPIObject {
  const heading = new DocumentBuilder()
    .setTitle('Recado')
    .setDescription('Errors are RFC 9457 problems; every answer carries X-Request-Id.')
    .setVersion(version)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT')
    .addServer(prefixOf(app.get(Endpoints).publicUrl) || '/')
    .addBearerAuth(BEARER)
    .addCookieAuth(SESSION_COOKIE, COOKIE);
  const described = SwaggerModule.createDocument(app, heading.build(), {
    extraModels: [ProblemBody],
  });
  const chat = described.components!.schemas!.ChatRequest as { properties: Record<string, object> };
  Object.assign(chat.properties.text, { maxLength: env.MAX_INBOUND_CHARS });
  return withProblems(described);
}
