import type { MadeToken, TokenPage, TokenView } from '../../access/tokens/tokens.dto.js';
import { readEnv } from '../../env/read-env.js';
import { NotNow, reach } from '../reach.js';
import { columns } from '../terminal.js';
import { AdminClient } from './admin.client.js';
import { printed } from './printed.js';

const TOKENS = '/api/v1/tokens';

export interface CreateOptions {
  scope: string;
  days?: string;
  json?: boolean;
}

/** Lists the named tokens. Returns the exit code, as the others do. */
export function list({ json }: { json?: boolean }): Promise<number> {
  return printed(json, async () => {
    const { items } = await (await client()).ask<TokenPage>('GET', TOKENS);
    const text = items.length ? columns([HEADINGS, ...items.map(rowOf)]) : NONE;
    return { text, data: items };
  });
}

/** Makes one, and prints it this once. */
export function create(name: string, { scope, days, json }: CreateOptions): Promise<number> {
  return printed(json, async () => {
    const wanted = { name, scope, ...(days && { expires_in_days: Number(days) }) };
    const made = await (await client()).ask<MadeToken>('POST', TOKENS, wanted);
    return { text: made.token, data: made };
  });
}

/** Revokes one, by its name or its id. */
export function revoke(which: string, { json }: { json?: boolean }): Promise<number> {
  return printed(json, async () => {
    const api = await client();
    const { items } = await api.ask<TokenPage>('GET', TOKENS);
    const token = items.find(({ id, name }) => id === which || name === which);
    if (!token) throw new NotNow(`There is no token ${which}: see \`npx recado tokens\`.`);
    await api.ask('DELETE', `${TOKENS}/${token.id}`);
    return { text: `${token.name} opens nothing any more.`, data: token };
  });
}

async function client(): Promise<AdminClient> {
  return new AdminClient(await reach(readEnv()));
}

const NONE = 'There are no named tokens. `npx recado tokens create "help desk" --scope operate`';
const HEADINGS = ['NAME', 'SCOPE', 'MADE', 'LAST USED', 'UNTIL', 'ID'];

function rowOf({ id, name, scope, created_at, last_used_at, expires_at }: TokenView): string[] {
  return [name, scope, created_at, last_used_at ?? 'never', expires_at ?? '-', id];
}
