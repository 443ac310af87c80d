import type { Database } from '../storage/sqlite/database.js';
import type { Sqlite } from '../storage/sqlite/sqlite.js';
import { portOf } from '../storage/sqlite/steps.js';
import { StoreChanges } from './store-changes.js';
import { type EventName, type Told, toldOf } from './told.js';
import { WATCHED, type Watched } from './watched.js';

/** Tables whose rows have these columns. */
const WITH_CONVERSATION = ['messages', 'outbox', 'turns', 'whatsapp_sessions'];
const WITH_SID = ['outbox'];
const WITHOUT_ID: Record<string, string> = { settings: 'name', whatsapp_sessions: 'wa_id' };

/** What the writer's thread does for it: triggers of its own connection, which nobody else sees. */
interface Triggers {
  begin(): Promise<void>;
  end(): Promise<void>;
}

export const steps = {
  begin(db: Database): void {
    db.define('told', (event, id, conversation_id, sid, handover_step, handover_reason) => {
      const ids = { id, conversation_id, sid, handover_step, handover_reason };
      const told = toldOf(event as EventName, ids as object);
      // Several changes of one thing in a step are one.
      if (told) db.publish(JSON.stringify(told), { told });
    });
    for (const { name, sql } of TRIGGERS)
      db.exec(`CREATE TEMP TRIGGER IF NOT EXISTS ${name} ${sql}`);
  },

  end(db: Database): void {
    for (const { name } of TRIGGERS) db.exec(`DROP TRIGGER IF EXISTS temp.${name}`);
  },
};

const TRIGGERS = WATCHED.flatMap((watched, n) =>
  clauses(watched).map((sql, k) => ({ name: `told_${n}_${k}`, sql })),
);

function clauses(watched: Watched): string[] {
  const { table, tells, columns, on } = watched;
  const idIn = WITHOUT_ID[table] ?? 'id';
  const trigger = (when: string, row: 'NEW' | 'OLD', ...conditions: string[]) => {
    const ids = [
      watched.named ?? idIn,
      WITH_CONVERSATION.includes(table) && 'conversation_id',
      WITH_SID.includes(table) && 'sid',
      tells === 'handover' && 'handover_step',
      tells === 'handover' && 'handover_reason',
    ];
    const values = ids.map((column) => (column ? `${row}.${column}` : 'NULL'));
    const only = watched.only ? [`${row}.${idIn} = '${watched.only}'`] : [];
    const all = [...only, ...conditions].map((one) => `(${one})`).join(' AND ');
    return `AFTER ${when} ON main.${table} ${all && `WHEN ${all}`}
      BEGIN SELECT told('${tells}', ${values.join(', ')}); END`;
  };
  const any = (conditions: string[]) => conditions.join(' OR ');
  const set = any(columns.map((one) => `NEW.${one} IS NOT NULL`));
  const changed = any(columns.map((one) => `OLD.${one} IS NOT NEW.${one}`));
  return [
    ...(on.includes('insert') ? [trigger('INSERT', 'NEW')] : []),
    ...(on.includes('insert if set') ? [trigger('INSERT', 'NEW', set)] : []),
    ...(on.includes('delete') ? [trigger('DELETE', 'OLD')] : []),
    ...(columns.length ? [trigger(`UPDATE OF ${columns.join(', ')}`, 'NEW', changed)] : []),
  ];
}

/** Changes in SQLite: this process makes all of them, so none is ever missed. */
class SqliteChanges extends StoreChanges {
  private readonly listeners = new Set<(told: Told) => void>();
  private readonly triggers: Triggers;

  constructor(triggers: Triggers, sqlite: Sqlite) {
    super();
    this.triggers = triggers;
    sqlite.onEvent((event) => {
      const { told } = event as { told?: Told };
      if (told) for (const listener of this.listeners) listener(told);
    });
  }

  async watch(tell: (told: Told) => void): Promise<() => void> {
    this.listeners.add(tell);
    try {
      await this.triggers.begin();
    } catch (error) {
      this.listeners.delete(tell);
      throw error;
    }
    return () => this.stop(tell);
  }

  private stop(tell: (told: Told) => void): void {
    this.listeners.delete(tell);
    // At the end of the process the store may be closed already.
    if (!this.listeners.size) void this.triggers.end().catch(() => undefined);
  }
}

const openTriggers = portOf<Triggers>(steps, import.meta.url);

export const open = async (sqlite: Sqlite): Promise<StoreChanges> =>
  new SqliteChanges(await openTriggers(sqlite), sqlite);
