import { randomUUID } from 'node:crypto';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { followUpVariables } from '../../config/follow-up-variables.js';
import { Env } from '../../env/env.js';
import { Problem } from '../../http/problems/problem.js';
import { followUps } from '../../metrics.js';
import { Signals } from '../../mailbox/queue/signals.js';
import { isStorageFailure } from '../../storage/storage.error.js';
import type { Template } from '../../whatsapp/sending/content/template.js';
import { isApproved } from '../template.dto.js';
import { textWith } from '../template-values.js';
import { TemplatesService } from '../templates.service.js';
import { FollowUpStore, type Owed } from './follow-up.store.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];
/** Milliseconds between two rounds. */
const ROUND_MS = MINUTE;
/** Milliseconds after the window's end: what was sent last in it may still be refused by a callback. */
const LATER_MS = 5 * MINUTE;
/** Milliseconds. Who should have got one longer ago gets none: it would come as a surprise. */
const TOO_LATE_MS = 24 * HOUR;
const AT_ONCE = 50;

/**
 * Sends the configured template, once for each closed window, to who is still owed an answer. Each node
 * looks; the store decides who stores it.
 */
@Injectable()
export class FollowUpService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('FollowUps');
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private stopped = false;
  /** The latest trouble, which is told once. */
  private trouble?: string;

  constructor(
    private readonly store: FollowUpStore,
    private readonly templates: TemplatesService,
    private readonly config: BotConfigService,
    private readonly signals: Signals,
    private readonly env: Env,
  ) {}

  /** Starts, unless WORKER_CONCURRENCY=0 says that this process only accepts messages. */
  onApplicationBootstrap(): void {
    if (this.env.WORKER_CONCURRENCY) this.later();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private later(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => this.later());
    }, ROUND_MS);
  }

  /** Stores what is due now. Never throws: the next round tries again. */
  async round(): Promise<void> {
    try {
      const config = await this.config.current();
      const template = await this.templateOf(config);
      if (template) await this.sendAll(template, config);
      this.trouble = undefined;
    } catch (error) {
      this.failed(error);
    }
  }

  private async templateOf({ followUpContentSid: sid }: BotConfig): Promise<Template | undefined> {
    if (!sid) return undefined;
    const template = await this.templates.one(sid);
    if (isApproved(template)) return template;
    throw new Problem(409, 'Not approved', `The template ${template.name} is ${template.status}.`);
  }

  private async sendAll(template: Template, config: BotConfig): Promise<void> {
    const least = config.followUpHours * HOUR + LATER_MS;
    const ages = { least, most: least + TOO_LATE_MS };
    let owed: Owed[] = [];
    do {
      owed = await this.store.owed(ages, AT_ONCE, owed.at(-1)?.lastInboundAt);
      for (const one of owed) await this.send(one, template, config);
    } while (owed.length === AT_ONCE && !this.stopped);
  }

  private async send(owed: Owed, template: Template, config: BotConfig): Promise<void> {
    const variables = followUpVariables(config.followUpVariables, owed.profileName);
    const text = textWith(template, variables);
    const content = { template: { sid: template.sid, variables } };
    const parts = [{ id: randomUUID(), body: text, content }];
    if (!(await this.store.store(owed, { turnId: randomUUID(), text, parts }))) return;
    this.logger.log(`A follow-up goes out. Conversation ${owed.conversationId}.`);
    followUps.inc();
    this.signals.wake();
  }

  private failed(error: unknown): void {
    if (isStorageFailure(error)) return;
    if (!(error instanceof Problem)) return void this.logger.error(error);
    if (this.trouble !== error.detail)
      this.logger.warn(`No follow-ups are sent: ${error.detail} See follow_up_content_sid.`);
    this.trouble = error.detail;
  }
}
