import type { Env } from '../env/env.js';
import { type BotConfig, botConfig, simulatedConfig } from './bot-config.js';
import type { OpenedBotConfig } from './bot-config.record.js';
import type { Endpoints } from './endpoints.js';
import { type LineId, type LineRecord, numberOf, recordOf, serviceOf } from './lines/line.js';

/** Makes the values in effect of what is stored, of each line once: every webhook asks for them. */
export class EffectiveConfigs {
  private opened?: OpenedBotConfig;
  private previous?: string;
  private readonly made = new Map<LineId | undefined, BotConfig>();

  constructor(
    private readonly env: Env,
    private readonly endpoints: Endpoints,
  ) {}

  /**
   * The values of a line; of one that isn't set up the common ones, with its own number. `previous`: an
   * auth token that is still accepted.
   */
  of(opened: OpenedBotConfig, previous: string | undefined, line?: LineId): BotConfig {
    if (this.opened !== opened || this.previous !== previous) {
      [this.opened, this.previous] = [opened, previous];
      this.made.clear();
    }
    const known = this.made.get(line);
    if (known) return known;
    const config = Object.freeze(this.make(opened, previous, line));
    // Lines that aren't set up may be many.
    if (line === undefined || Object.hasOwn(opened.lines, line)) this.made.set(line, config);
    return config;
  }

  private make(opened: OpenedBotConfig, previous: string | undefined, line?: LineId): BotConfig {
    const record = line === undefined ? undefined : recordOf(line, opened.lines);
    const own = botConfig({ ...opened.values, ...record?.fields }, this.env, previous);
    const { simulated } = this.endpoints;
    const config = simulated ? simulatedConfig(own, simulated) : own;
    return line === undefined
      ? config
      : { ...config, line, ...senderOf(line, record, !!simulated) };
  }
}

/** From where a line sends: its own number or Messaging Service, and never the default line's. */
function senderOf(line: LineId, record: LineRecord | undefined, simulated: boolean) {
  return {
    twilioWhatsappFrom: numberOf(line),
    twilioMessagingServiceSid: simulated ? undefined : serviceOf(line, record),
  };
}
