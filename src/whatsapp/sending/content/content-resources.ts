import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../clock.js';
import type { BotConfig } from '../../../config/bot-config.js';
import type { PartContent } from '../../../mailbox/turns/part.js';
import { isStorageFailure } from '../../../storage/storage.error.js';
import { type ChoicesContent, choicesContent } from './choices.js';
import { ContentApi, ContentTrouble } from './content-api.js';
import { ContentStore, MOST_MADE } from './content.store.js';

/** Milliseconds that making a resource may take: the answer waits for it. */
const MAKING_MS = 2500;
/** Milliseconds for which nothing is made, or tried, after Twilio has refused it. */
const PAUSE_MS = 10 * 60_000;

/** What a text with something to tap is sent as. */
export interface Made {
  sid: string;
  variables: Record<string, string>;
}

/**
 * Has the resources made that buttons and lists need at Twilio, each once for all texts and nodes. What
 * can't be had in time isn't waited for: the text goes out alone.
 */
@Injectable()
export class ContentResources {
  private readonly logger = new Logger('WhatsApp');
  private readonly known = new Map<string, string>();
  private readonly making = new Map<string, Promise<string | undefined>>();
  private pausedUntil = 0;

  constructor(
    private readonly api: ContentApi,
    private readonly store: ContentStore,
    private readonly clock: Clock,
  ) {}

  /** The resource for a text and its choices; undefined where it goes out without. Never throws. */
  async of(config: BotConfig, body: string, content: PartContent): Promise<Made | undefined> {
    const wanted = choicesContent(body, content);
    if (!wanted || this.clock.now() < this.pausedUntil) return undefined;
    const key = keyOf(config, wanted.hash);
    const sid = this.known.get(key) ?? (await this.together(key, config, wanted));
    return sid ? { sid, variables: wanted.variables } : undefined;
  }

  /** Twilio takes no message with this resource: it is made anew when its time comes. Never throws. */
  async refused(config: BotConfig, sid: string): Promise<void> {
    this.pausedUntil = this.clock.now() + PAUSE_MS;
    for (const [key, one] of this.known) if (one === sid) this.known.delete(key);
    await this.store.forget(config.twilioAccountSid!, sid).catch(() => undefined);
  }

  /** The same, where Twilio has taken a message and WhatsApp has refused it. Throws the store's error. */
  async unfit(config: BotConfig, body: string, content: PartContent): Promise<void> {
    const wanted = choicesContent(body, content);
    const sid = wanted && (await this.store.find(config.twilioAccountSid!, wanted.hash));
    if (sid) await this.refused(config, sid);
  }

  private together(key: string, config: BotConfig, wanted: ChoicesContent) {
    const made =
      this.making.get(key) ??
      this.find(key, config, wanted)
        .catch((error: unknown) => this.without(error))
        .finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private async find(key: string, config: BotConfig, wanted: ChoicesContent) {
    const account = config.twilioAccountSid!;
    const sid =
      (await this.store.find(account, wanted.hash)) ?? (await this.make(config, account, wanted));
    if (sid) this.known.set(key, sid);
    return sid;
  }

  /** Another node may have made one meanwhile: then this one is taken back. */
  private async make(config: BotConfig, account: string, { hash, resource }: ChoicesContent) {
    if ((await this.store.count(account)) >= MOST_MADE) return undefined;
    const made = await this.api.make(config, resource, this.clock.now() + MAKING_MS);
    const kept = await this.store.keep(account, hash, made);
    if (kept !== made) await this.api.remove(config, made).catch(() => undefined);
    return kept;
  }

  private without(error: unknown): undefined {
    if (error instanceof ContentTrouble) {
      this.pausedUntil = this.clock.now() + PAUSE_MS;
      this.logger.warn(`Answers go out without buttons for ten minutes: ${error.message}`);
    } else if (!isStorageFailure(error)) this.logger.error(error);
    return undefined;
  }
}

function keyOf({ twilioAccountSid }: BotConfig, hash: string): string {
  return `${twilioAccountSid} ${hash}`;
}
