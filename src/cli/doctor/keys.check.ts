import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BOT_CONFIG, open, parse } from '../../config/bot-config.record.js';
import { SecretKey } from '../../config/secrets/secret-key.js';
import { EnvError } from '../../env/env.js';
import { adminTokenFile } from '../../http/admin/admin-token.js';
import { readKept } from '../../env/data-dir.js';
import { ok, type Result, skipped, wrong } from '../../checks/finding.js';
import { type Examined, storedConfig } from './installation.js';

const READABLE_BY_OTHERS = 0o077;

/** Whether the token of the admin API is known, safe, and that of the running process. */
export async function adminToken(installation: Examined): Promise<Result> {
  const { env, running, endpoints } = installation;
  const file = adminTokenFile(env);
  const token = env.ADMIN_TOKEN ?? readKept(file);
  if (!token) return skipped(`the first start makes ${file}`);
  running.adminToken = token;
  const open = env.ADMIN_TOKEN ? undefined : openToOthers(file);
  if (open) return open;
  const where = env.ADMIN_TOKEN ? 'ADMIN_TOKEN' : file;
  if (!(await running.alive())) return ok(`in ${where}`);
  const diagnosed = await running.diag(token).catch((error: Error) => error.message);
  if (typeof diagnosed === 'string' || diagnosed === 503)
    return unanswered(installation, where, diagnosed);
  if (diagnosed === 401)
    return wrong(
      `the process at ${endpoints.localUrl} does not take the token in ${where}`,
      'Run this with the environment and the directory of that process, or start it again.',
    );
  if (typeof diagnosed === 'number')
    return wrong(
      `the process at ${endpoints.localUrl} answers HTTP ${diagnosed} to the admin token`,
      'Read its log.',
    );
  return ok(`in ${where}: the running process takes it`);
}

/** A process that isn't ready can't check the token, which may well be right. */
async function unanswered({ running, endpoints }: Examined, where: string, said: string | number) {
  const down = await running.unready().catch(() => undefined);
  if (down) return skipped(`in ${where}; not checked: the process is not ready: ${down}`);
  return wrong(
    `the process at ${endpoints.localUrl} gives no answer to the admin token (${said})`,
    'Read its log.',
  );
}

/** Whether the key opens what the store keeps sealed. From here on the stored values count. */
export async function secretKey(installation: Examined): Promise<Result> {
  const { env, settings } = installation;
  if (!settings) return skipped('not checked: there is no store to read');
  if ((await settings.find('secret_check')) === undefined)
    return skipped('the store keeps nothing sealed yet');
  const file = join(env.DATA_DIR, 'secret-key');
  const exposed = env.SECRET_KEY ? undefined : openToOthers(file);
  try {
    const key = new SecretKey(env, settings);
    Object.assign(installation, await storedConfig(installation, settings, key));
    const secrets = await key.secrets();
    const { lost } = open(parse(await settings.find(BOT_CONFIG)), secrets);
    if (lost.length)
      return wrong(`it does not open ${lost.join(', ')}`, 'Set them by PUT /api/v1/bot/config.');
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const cure = 'Put back the key that the store was begun with, from where you keep a copy.';
    return wrong(error.message, cure);
  }
  return exposed ?? ok(`${env.SECRET_KEY ? 'SECRET_KEY' : file} opens what is stored`);
}

function openToOthers(file: string): Result | undefined {
  if (!existsSync(file) || !(statSync(file).mode & READABLE_BY_OTHERS)) return undefined;
  return wrong(`${file} can be read by others`, `chmod 600 ${file}`);
}
