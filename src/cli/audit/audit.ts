import type { AuditPage, AuditVerification, AuditView } from '../../access/audit/audit.dto.js';
import { readEnv } from '../../env/read-env.js';
import { AdminClient } from '../keys/admin.client.js';
import { printed, type Printed } from '../keys/printed.js';
import { reach } from '../reach.js';
import { columns } from '../terminal.js';

export interface AuditOptions {
  name?: string;
  action?: string;
  target?: string;
  limit?: string;
  verify?: boolean;
  json?: boolean;
}

/** Prints what was done by the admin API, the latest first, or looks whether the log is whole. */
export function audit(options: AuditOptions): Promise<number> {
  return printed(options.json, async () => {
    const api = new AdminClient(await reach(readEnv()));
    return options.verify ? verified(api) : listed(api, options);
  });
}

async function listed(api: AdminClient, options: AuditOptions): Promise<Printed> {
  const { name, action, target, limit } = options;
  const given = Object.entries({ name, action, target, limit }).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]);
  const { items } = await api.ask<AuditPage>('GET', `/api/v1/audit?${query}`);
  const text = items.length ? columns([HEADINGS, ...items.map(rowOf)]) : 'Nothing of it was done.';
  return { text, data: items };
}

async function verified(api: AdminClient): Promise<Printed> {
  const data = await api.ask<AuditVerification>('GET', '/api/v1/audit/verification');
  const { intact, entries, broken_at, last_seq, last_hash } = data;
  const text = intact
    ? `Whole: ${entries} entries; the last is ${last_seq ?? 0}, ${last_hash ?? 'none'}. Note it elsewhere.`
    : `Broken at entry ${broken_at}: it, or what stood before it, was changed or taken out.`;
  return { text, data, wrong: !intact };
}

const HEADINGS = ['WHEN', 'WHO', 'BY', 'WHAT', 'TO', 'FIELDS', 'STATUS', 'FROM'];

function rowOf({ at, name, by, action, target, fields, status, address }: AuditView): string[] {
  return [
    at,
    name,
    by,
    action,
    target ?? '-',
    fields.join(',') || '-',
    `${status ?? '?'}`,
    address,
  ];
}
