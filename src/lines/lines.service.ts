import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../config/bot-config.service.js';
import { DEFAULT_LINE, isSetUp, type LineId, type Lines, numberOf } from '../config/lines/line.js';
import { LineSettings } from '../config/lines/line-settings.service.js';
import type { LineSettingsUpdate, LineSettingsView } from '../config/lines/line-settings.dto.js';
import type { Caller } from '../http/admin/caller.js';
import { partsOf } from '../http/cursor.js';
import { type Page, paged } from '../http/page.js';
import { QueueStore } from '../mailbox/queue/queue.store.js';
import { Signals } from '../mailbox/queue/signals.js';
import { LineStore } from './line.store.js';
import { type Line, type LinePage, type LineState, LineView } from './lines.dto.js';

/** How many lines that aren't set up were written to, and how many messages wait there. */
export interface Unset {
  lines: LineId[];
  messages: number;
}

/** So many lines that aren't set up are looked into for a metric. */
const MOST_LOOKED_INTO = 50;

/** Lists the business's lines, and sets them up. */
@Injectable()
export class LinesService {
  constructor(
    private readonly config: BotConfigService,
    private readonly settings: LineSettings,
    private readonly store: LineStore,
    private readonly queue: QueueStore,
    private readonly signals: Signals,
  ) {}

  /** A page of the lines. Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor }: Page): Promise<LinePage> {
    const after = cursor ? Number(partsOf(cursor, /^(\d{1,6})$/)[0]) : 0;
    const { lines } = await this.config.stored();
    const unset = await this.unsetIds();
    const all = [DEFAULT_LINE, ...Object.keys(lines).sort(), ...unset];
    const some = all.slice(after, after + limit);
    const found = await Promise.all(some.map((id) => this.lineOf(id, lines, unset)));
    const next = after + limit < all.length ? String(after + limit) : null;
    return paged(found.map(LineView.of), next);
  }

  /** The values in effect on a line. Throws a `Problem` (404) for one that isn't set up. */
  settingsOf(id: LineId): Promise<LineSettingsView> {
    return this.settings.of(id);
  }

  /** Sets a line up, or changes its settings: what waited there is answered. Throws as `LineSettings.put`. */
  async put(id: LineId, update: LineSettingsUpdate, by: Caller): Promise<LineSettingsView> {
    const view = await this.settings.put(id, update, by);
    await this.queue.wakeLine(id);
    this.signals.wake();
    return view;
  }

  /** Takes a line away. Throws a `Problem` (404) when it isn't set up. */
  remove(id: LineId, by: Caller): Promise<void> {
    return this.settings.remove(id, by);
  }

  /** What was written to lines that aren't set up. */
  async unset(): Promise<Unset> {
    const lines = await this.unsetIds();
    const some = lines.slice(0, MOST_LOOKED_INTO);
    const traffic = await Promise.all(some.map((id) => this.store.traffic(id)));
    return { lines, messages: traffic.reduce((sum, { waiting }) => sum + waiting, 0) };
  }

  private async unsetIds(): Promise<LineId[]> {
    const [ids, known] = await Promise.all([this.store.ids(), this.config.knownLines()]);
    return ids.filter((id) => !isSetUp(id, known));
  }

  private async lineOf(id: LineId, lines: Lines, unset: LineId[]): Promise<Line> {
    const line = id === DEFAULT_LINE ? undefined : id;
    const { twilioWhatsappFrom, twilioMessagingServiceSid: service } =
      await this.config.current(line);
    const state: LineState = !line ? 'default' : unset.includes(id) ? 'unknown' : 'set_up';
    const number = line ? numberOf(line) : twilioWhatsappFrom;
    const traffic = line ? await this.store.traffic(line) : {};
    return { id, name: lines[id]?.name, state, number, service, ...traffic };
  }
}
