import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { ChatModel } from '../chat/llm/chat-model.js';
import { Clock } from '../clock.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Endpoints } from '../config/endpoints.js';
import { Problem } from '../http/problems/problem.js';
import { isStorageFailure } from '../storage/storage.error.js';
import { KeptVerdict, type Known } from './kept-verdict.js';
import { Looks, type Part, PARTS } from './looks.js';
import { SetUpFinding, SetUpItem, type SetUpView } from './set-up.dto.js';
import type { Verdict } from './verdict.js';

/** Milliseconds that a page waits for what isn't known yet, and somebody who has a look made anew. */
const PAGE_MS = 1500;
const ANEW_MS = 12_000;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Milliseconds for which what was seen of a part counts. A model's answer costs money. */
const FRESH_FOR: Record<Part | 'senderAtTwilio', number> = {
  store: SECOND,
  documents: SECOND,
  model: 10 * MINUTE,
  embeddings: 10 * MINUTE,
  twilio: MINUTE,
  sender: SECOND,
  senderAtTwilio: MINUTE,
  public_address: MINUTE,
  webhook: MINUTE,
};

/** What Twilio is asked for, in simulator mode by the simulator. */
const OF_TWILIO: Part[] = ['twilio', 'sender', 'public_address', 'webhook'];

const STORE_FIRST: Verdict = { state: 'unknown', detail: 'not checked: the store comes first' };

/** Tells what is set up and what isn't. Looks are made only while somebody asks. */
@Injectable()
export class SetUpService implements OnModuleInit, OnModuleDestroy {
  private readonly kept: Record<Part | 'senderAtTwilio', KeptVerdict>;
  private changes?: Subscription;

  constructor(
    private readonly looks: Looks,
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly models: ChatModel,
    private readonly clock: Clock,
  ) {
    const names = Object.keys(FRESH_FOR) as (Part | 'senderAtTwilio')[];
    const kept = names.map((name) => [name, this.keeping(name)]);
    this.kept = Object.fromEntries(kept) as typeof this.kept;
  }

  onModuleInit(): void {
    this.changes = this.config.changes.subscribe(() => this.forget());
  }

  onModuleDestroy(): void {
    this.changes?.unsubscribe();
  }

  /** Every part, as it was seen a short while ago; what isn't known yet is `checking`. */
  async view(): Promise<SetUpView> {
    await this.noticeModel();
    const items = await Promise.all(PARTS.map((part) => this.item(part, PAGE_MS)));
    const complete = items.every(({ state }) => state === 'ok' || state === 'not_applicable');
    return { items, complete };
  }

  /** One part, looked at anew. Throws a `Problem` (404) for a part that there isn't. */
  async check(name: string): Promise<SetUpItem> {
    const part = PARTS.find((known) => known === name);
    if (!part) throw new Problem(404, 'Not Found', `The parts are ${PARTS.join(', ')}.`);
    this.kept[part].forget();
    if (part === 'sender') this.kept.senderAtTwilio.forget();
    if (this.kept.twilio.latest?.state !== 'ok') this.kept.twilio.forget();
    return this.item(part, ANEW_MS);
  }

  /** Sends a signed request to ourselves, by the way that Twilio's come. */
  async testWebhook(): Promise<SetUpFinding> {
    return SetUpFinding.of('webhook', await this.looks.webhookTest());
  }

  private async item(part: Part, patience: number): Promise<SetUpItem> {
    const known = part === 'sender' ? await this.sender(patience) : await this.of(part, patience);
    const simulated = this.endpoints.simulator && OF_TWILIO.includes(part);
    const url = part === 'webhook' && { url: this.endpoints.webhookUrl };
    return SetUpItem.from(part, known, { simulated, ...url });
  }

  private of(part: Part | 'senderAtTwilio', patience: number): Promise<Known> {
    return this.kept[part].known(patience);
  }

  /** That the account is held shows at once; what Twilio has is asked for once a minute. */
  private async sender(patience: number): Promise<Known> {
    const here = await this.of('sender', patience);
    if (here.verdict?.state !== 'ok' || this.endpoints.simulator) return here;
    const there = await this.of('senderAtTwilio', patience);
    const isTold = there.verdict?.state === 'failed' || there.verdict?.state === 'ok';
    return isTold ? there : { ...here, checking: there.checking };
  }

  private keeping(name: Part | 'senderAtTwilio'): KeptVerdict {
    const look = async () => {
      const taken =
        name === 'webhook' || name === 'senderAtTwilio' ? await this.accountTaken() : false;
      return this.looks[name](taken).catch((error: unknown) => {
        if (isStorageFailure(error)) return STORE_FIRST;
        throw error;
      });
    };
    const freshFor = ({ state }: Verdict) =>
      state === 'ok' || state === 'not_applicable'
        ? FRESH_FOR[name]
        : Math.min(FRESH_FOR[name], MINUTE);
    // It ends by itself when an answer would: `llm_timeout_ms`.
    const limit = name === 'model' ? 11 * MINUTE : undefined;
    return new KeptVerdict({ look, freshFor, limit }, this.clock);
  }

  private async accountTaken(): Promise<boolean> {
    return (await this.of('twilio', ANEW_MS)).verdict?.state === 'ok';
  }

  /** A model that fails in use is looked at before its verdict is old. */
  private async noticeModel(): Promise<void> {
    const config = await this.config.current().catch(() => undefined);
    if (config && this.models.configured && this.models.isResting(config)) this.kept.model.forget();
  }

  private forget(): void {
    for (const verdict of Object.values(this.kept)) verdict.forget();
  }
}
