import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Env } from '../../env/env.js';
import type { Caller } from '../../http/admin/caller.js';
import { Problem } from '../../http/problems/problem.js';
import { effective, type Values } from '../bot-config.js';
import type { Applied, Stored } from '../bot-config.change.js';
import { BotConfigService } from '../bot-config.service.js';
import type { Field } from '../fields.js';
import type { SettingChange, Side } from '../history/setting-change.js';
import { lineFields } from './line-fields.js';
import { type LineId, type LineRecord, MOST_LINES, numberOf, serviceOf } from './line.js';
import type { LineSettingsUpdate, LineSettingsView, LineSource } from './line-settings.dto.js';

/** Sets lines up, and changes their settings: what differs from the common ones is stored. */
@Injectable()
export class LineSettings {
  constructor(
    private readonly config: BotConfigService,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** The values in effect on a line. Throws a `Problem` (404) for one that isn't set up. */
  async of(id: LineId): Promise<LineSettingsView> {
    const { lines, values } = await this.config.stored();
    if (!Object.hasOwn(lines, id)) throw notSetUp();
    return viewOf(id, lines[id], values, this.env);
  }

  /**
   * Sets a line up, or changes the fields that `update` has. Throws a `Problem`: 409 for the default
   * line's own number or service, and where there are too many lines.
   */
  async put(id: LineId, update: LineSettingsUpdate, by: Caller): Promise<LineSettingsView> {
    const { twilioWhatsappFrom: from, twilioMessagingServiceSid: service } =
      await this.config.fresh();
    if (id === service || (from !== undefined && numberOf(id) === from)) throw isDefault();
    await this.config.change((stored) => this.changed(id, update, by, stored));
    return this.of(id);
  }

  /** Takes a line away: nobody answers on it any more. Throws a `Problem` (404) when it isn't there. */
  async remove(id: LineId, by: Caller): Promise<void> {
    await this.config.change(({ record, opened }) => {
      if (!opened.lines[id]) throw notSetUp();
      const { [id]: gone, ...lines } = opened.lines;
      const from = { value: gone.name ?? id, source: 'stored' as const };
      return { record: { ...record, lines }, changes: [this.change(id, by, from, NONE)] };
    });
  }

  private changed(
    id: LineId,
    { name, ...update }: LineSettingsUpdate,
    by: Caller,
    { record, opened }: Stored,
  ): Applied | undefined {
    const { lines, values: common } = opened;
    const before = lines[id];
    if (!before && Object.keys(lines).length >= MOST_LINES) throw tooMany();
    const after: LineRecord = { ...before, fields: { ...before?.fields } };
    if (name !== undefined) after.name = name ?? undefined;
    const fields = lineFields.filter((field) => differs(update, field, before?.fields ?? {}));
    for (const field of fields) set(after.fields, field, update[field] ?? null);
    if (before && !fields.length && after.name === before.name) return undefined;
    const side = (of: LineRecord | undefined, field: Field) =>
      sideOf(field, { ...common, ...of?.fields }, this.env);
    const changes = fields.map((field) =>
      this.change(`${id}.${field}`, by, side(before, field), side(after, field)),
    );
    if (!before || after.name !== before.name)
      changes.unshift(this.change(id, by, named(id, before), named(id, after)));
    return { record: { ...record, lines: { ...lines, [id]: after } }, changes };
  }

  private change(what: string, by: Caller, from: Side, to: Side): SettingChange {
    return { at: this.clock.now(), by, field: `lines.${what}`, from, to };
  }
}

const SENDER: Field = 'twilio_messaging_service_sid';
const NONE: Side = { value: null, source: 'default' };

function named(id: LineId, line: LineRecord | undefined): Side {
  return line ? { value: line.name ?? id, source: 'stored' } : NONE;
}

function differs(update: Omit<LineSettingsUpdate, 'name'>, field: Field, before: Values): boolean {
  const value = (update as Record<string, unknown>)[field];
  if (value === undefined) return false;
  return value === null ? field in before : value !== before[field];
}

function set(fields: Values, field: Field, value: string | number | null): void {
  if (value === null) delete fields[field];
  else fields[field] = value;
}

function sideOf(field: Field, values: Values, env: Env): Side {
  const { value, source } = effective(field, values, env);
  return { value: value ?? null, source };
}

function viewOf(id: LineId, line: LineRecord, common: Values, env: Env): LineSettingsView {
  const values = { ...common, ...line.fields };
  const sideOn = (field: Field): { value: Side['value']; source: LineSource } => {
    if (field in line.fields) return { value: line.fields[field]!, source: 'line' };
    // It sends from its own number or service, never from the default line's.
    if (field === SENDER) return { value: serviceOf(id) ?? null, source: 'default' };
    return sideOf(field, values, env);
  };
  const all = lineFields.map((field) => ({ field, ...sideOn(field) }));
  const shown = Object.fromEntries(all.map(({ field, value }) => [field, value]));
  const sources = Object.fromEntries(all.map(({ field, source }) => [field, source]));
  const { name = null } = line;
  return { ...shown, id, name, sources: { name: name === null ? 'default' : 'line', ...sources } };
}

function notSetUp(): Problem {
  const detail = 'This line is not set up: PUT /api/v1/lines/:id/config sets it up.';
  return new Problem(404, 'No such line', detail);
}

function isDefault(): Problem {
  const detail =
    "This is the default line's own number or Messaging Service: change it by PUT /api/v1/bot/config.";
  return new Problem(409, 'The default line', detail);
}

function tooMany(): Problem {
  return new Problem(409, 'Too many lines', `${MOST_LINES} lines may be set up at most.`);
}
