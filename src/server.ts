import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { defer, first, retry, startWith, switchMap } from 'rxjs';
import { createApp, listen } from './app.setup.js';
import { BotConfigService } from './config/bot-config.service.js';
import { Endpoints } from './config/endpoints.js';
import { SignInService } from './console/sign-in/sign-in.service.js';
import { type Env, EnvError } from './env/env.js';
import { noticesOf, readEnv } from './env/read-env.js';
import { stopOnSignals } from './env/signals.js';
import { version } from './env/version.js';
import { A_LINK, firstScreen } from './operations/first-screen.js';
import { NONE_YET } from './knowledge/documents/none-yet.js';
import { KnowledgeService } from './knowledge/knowledge.service.js';
import { isPretty, QuietLogger } from './log/logger.js';
import { Storage } from './storage/storage.js';

/** Milliseconds after which a configuration that can't be read is read again. */
const STORE_AWAY = 1000;

const logger = new Logger('Recado');

async function start(env: Env): Promise<void> {
  const app = await createApp(env);
  app.useLogger(app.get(QuietLogger));
  app.flushLogs();
  for (const notice of noticesOf(env)) logger.warn(notice);
  process.on('unhandledRejection', crashed);
  process.on('uncaughtException', crashed);
  stopOnSignals((signal) => {
    logger.log(`${signal}: finishing what runs`);
    return app.close();
  }, crashed);
  await listen(app, env);
  await announce(app, env);
  warnOnceUnreachable(app);
}

/** Says that the server listens: by lines in a JSON log, else by the first screen. */
async function announce(app: NestExpressApplication, env: Env): Promise<void> {
  const endpoints = app.get(Endpoints);
  const config = await app
    .get(BotConfigService)
    .current()
    .catch(() => undefined);
  const withoutDocuments = await app
    .get(KnowledgeService)
    .isEmpty()
    .catch(() => false);
  const storage = app.get(Storage);
  // A secret: in a log it would stay.
  const link = isPretty(env) ? await signInLink(app) : undefined;
  const running = { version, env, endpoints, storage, config, withoutDocuments, link };
  if (env.LOG_FORMAT !== 'json') return void process.stdout.write(firstScreen(running));
  logger.log(`Recado ${version} listens on ${endpoints.localUrl}`);
  logger.log(`Console: ${A_LINK}`);
  if (withoutDocuments) logger.warn(`Documents: ${NONE_YET}`);
}

/** Undefined while the store can't be written. */
async function signInLink(app: NestExpressApplication): Promise<string | undefined> {
  const made = app.get(SignInService).link();
  return made.then(({ url }) => url).catch(() => undefined);
}

/**
 * Warns once that Twilio can't call us, as soon as an account is configured: at the start, when the
 * store comes back, or after a change by the API.
 */
function warnOnceUnreachable(app: NestExpressApplication): void {
  const { unreachable, publicUrl } = app.get(Endpoints);
  if (!unreachable) return;
  const config = app.get(BotConfigService);
  const known = defer(() => config.current()).pipe(retry({ delay: STORE_AWAY }));
  const accounts = config.changes.pipe(
    startWith(undefined),
    switchMap(() => known),
    first(({ twilioAccountSid }) => !!twilioAccountSid, undefined),
  );
  accounts.subscribe((found) => {
    if (!found) return;
    logger.warn(
      `PUBLIC_URL is ${publicUrl}, which Twilio cannot call: ` +
        'no message comes in, and what becomes of sent ones is not told',
    );
  });
}

/** One line for a fault that the operator can mend; the stack for any other. */
function reason(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  return (error instanceof Error && error.stack) || String(error);
}

function crashed(error: unknown): never {
  logger.fatal(reason(error));
  process.exit(1);
}

// Only the owner may read the files that this process makes.
process.umask(0o077);
try {
  await start(readEnv());
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exit(1);
}
