import { join } from 'node:path';
import type { ChangedKey, ChangedToken, KeysView } from '../../access/keys/keys.dto.js';
import type { Env } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { isInUse } from '../../storage/backup-file.js';
import { NotNow, reach } from '../reach.js';
import { columns } from '../terminal.js';
import { AdminClient } from './admin.client.js';
import { printed, type Printed } from './printed.js';
import { adminStep, secretStep, type Step } from './steps.js';
import { onStopped } from './stopped.js';

export interface RotateOptions {
  atOnce?: boolean;
  json?: boolean;
}

/** Changes SECRET_KEY or the admin token, or says the next step. Returns the exit code. */
export function rotate(what: string, options: RotateOptions): Promise<number> {
  return printed(options.json, () => {
    if (what === 'secret') return rotateSecret(readEnv());
    if (what === 'admin') return rotateAdmin(readEnv(), !!options.atOnce);
    throw new NotNow('What is to be changed? `recado keys rotate secret`, or `… admin`.');
  });
}

/** Says which keys each node uses, and the next step of a change. Returns the exit code. */
export function check(options: { json?: boolean }): Promise<number> {
  return printed(options.json, async () => {
    const view = await (await clientOf(readEnv())).ask<KeysView>('GET', '/api/v1/keys');
    const step = stepNow(view);
    const table = columns([HEADINGS, ...view.nodes.map(rowOf)]).trimEnd();
    const text = [table, lostText(view.lost), step?.text].filter(Boolean).join('\n\n');
    return { text, data: { ...view, step: step ?? null }, wrong: view.lost.length > 0 };
  });
}

async function rotateSecret(env: Env): Promise<Printed> {
  if (!env.SECRET_KEY) {
    const changed = (await isStopped(env))
      ? await onStopped(env, 'secret', false)
      : await (await clientOf(env)).ask<ChangedKey>('POST', '/api/v1/keys/secret/rotation');
    return { text: changedKey(env, changed), data: changed };
  }
  const { nodes } = await (await clientOf(env)).ask<KeysView>('GET', '/api/v1/keys');
  const step = secretStep(nodes);
  return { text: step.text, data: step };
}

async function rotateAdmin(env: Env, at_once: boolean): Promise<Printed> {
  if (!env.ADMIN_TOKEN && (await isStopped(env))) {
    const changed = await onStopped(env, 'admin', at_once);
    return { text: changedToken(env, changed), data: changed };
  }
  const client = await clientOf(env);
  const path = '/api/v1/keys/admin/rotation';
  const changed = await client.ask<ChangedToken>('POST', path, { at_once });
  return { text: changedToken(env, changed), data: changed };
}

/** The next step of what was begun; undefined where nothing was. */
function stepNow({ secret_key_from, admin_token_next, nodes }: KeysView): Step | undefined {
  const step = secretStep(nodes);
  if (secret_key_from === 'environment' && step.state !== 'nothing begun') return step;
  return admin_token_next ? adminStep(nodes, admin_token_next) : undefined;
}

async function isStopped(env: Env): Promise<boolean> {
  return !env.MONGODB_URI && !(await isInUse(env));
}

async function clientOf(env: Env): Promise<AdminClient> {
  return new AdminClient(await reach(env));
}

function changedKey(env: Env, { secret_key, former_file }: ChangedKey): string {
  return `SECRET_KEY is changed (now ${secret_key}), and everything is sealed by the new one.
The former one is in ${join(env.DATA_DIR, former_file)}: backups made before need it. It opens what it sealed
as long as it is there; move it to where you keep the keys of your backups.`;
}

function changedToken(env: Env, { token, former }: ChangedToken): string {
  const until = former
    ? `The former one counts until ${former.expires_at}, as the token "${former.name}":\n` +
      '`npx recado tokens` says when it was used last, `npx recado tokens revoke` ends it now.'
    : 'The former one counts no more where it is replaced, and whom it signed in is out.';
  if (!token)
    return `The admin token is changed: the new one is in ${join(env.DATA_DIR, 'admin-token')}.\n${until}`;
  return `A new ADMIN_TOKEN, which is shown this once. Every node takes it already, beside the old one:

  ADMIN_TOKEN=${token}

1. Give it to your programs. 2. Put it into the environment of every node, and restart them one after
the other. 3. Run \`npx recado keys check\`: it says which nodes don't have it yet.
${until}`;
}

function lostText(lost: string[]): string | undefined {
  if (!lost.length) return undefined;
  return `No key opens ${lost.join(', ')}: set them again (PUT /api/v1/bot/config, /api/v1/webhooks).`;
}

const HEADINGS = ['NODE', 'SECRET_KEY', 'NEXT', 'OLDER', 'ADMIN_TOKEN'];

function rowOf(node: KeysView['nodes'][number]): string[] {
  const { secret_key, secret_key_next, secret_key_older, admin_token } = node;
  const [key, next, token] = [secret_key, secret_key_next, admin_token].map((one) => one ?? '-');
  return [node.node, key, next, secret_key_older.join(',') || '-', token];
}
