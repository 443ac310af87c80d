import type { BotConfig } from '../config/bot-config.js';
import type { Endpoints } from '../config/endpoints.js';
import type { Lines } from '../config/lines/line.js';
import type { Env } from '../env/env.js';

/** That Twilio refuses the account or a line. */
export interface HeldBack {
  line?: string;
  since: string;
  code: number | null;
  message: string;
  action: string | null;
  waiting: number;
}

/** What a process of Recado tells of itself: what `diag` answers. */
export interface Diagnosed {
  webhook_url: string;
  api_base: string;
  account_hold?: HeldBack | null;
  held_lines?: HeldBack[];
  unset_lines?: string[];
  unset_waiting?: number;
  refused_signatures: { at: string; url: string; reason: string }[];
}

/** The process that takes the messages: this one, or the one that the doctor finds at our address. */
export abstract class Running {
  /** Whether there is one. */
  abstract alive(): Promise<boolean>;

  /** Undefined when it can work now, else what is down. */
  abstract unready(): Promise<string | undefined>;

  /** What it tells of itself; undefined where it tells nothing to who asks. */
  abstract diagnosis(): Promise<Diagnosed | undefined>;
}

/** What the checks look at. */
export interface Installation {
  env: Env;
  endpoints: Endpoints;
  running: Running;
  /** The configuration that is looked at: it needn't be the one that counts. */
  config: BotConfig;
  /** The lines that are set up besides the default one, once they are known. */
  lines?: Lines;
  /** Present once the store can be read. */
  hasDocuments?(): Promise<boolean>;
  /** Whether Twilio takes the account and the key: only then is it asked for more. */
  accountTaken?: boolean;
}
