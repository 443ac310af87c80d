import { Injectable } from '@nestjs/common';
import { embeddings, fallbackModel, model } from '../checks/answers.check.js';
import { documents } from '../checks/documents.check.js';
import { publicUrl } from '../checks/public-url.check.js';
import { sender, twilio } from '../checks/twilio/account.check.js';
import { https } from '../checks/twilio/https.check.js';
import { ownSender } from '../checks/twilio/own-sender.check.js';
import { serviceSenders } from '../checks/twilio/service-senders.check.js';
import { HOW_TO_ADD, NONE } from '../knowledge/documents/none-yet.js';
import { Storage } from '../storage/storage.js';
import { cureOf, isStorageFailure } from '../storage/storage.error.js';
import { ThisInstallation } from './this-installation.js';
import { joined, type Verdict, verdictOf } from './verdict.js';
import { WebhookLook } from './webhook-look.js';

/** The parts of the set-up, in the order in which a fault of one explains those of others. */
export const PARTS = [
  'store',
  'documents',
  'model',
  'embeddings',
  'twilio',
  'sender',
  'public_address',
  'webhook',
] as const;
export type Part = (typeof PARTS)[number];

/** Looks at each part anew. */
@Injectable()
export class Looks implements Record<Part, (accountTaken: boolean) => Promise<Verdict>> {
  constructor(
    private readonly storage: Storage,
    private readonly here: ThisInstallation,
    private readonly webhookLook: WebhookLook,
  ) {}

  async store(): Promise<Verdict> {
    const { kind, place } = this.storage;
    const name = `${kind === 'sqlite' ? 'SQLite' : 'MongoDB'}, ${place}`;
    try {
      await this.storage.check();
      return { state: 'ok', detail: `${name}: it can be written` };
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      return { state: 'failed', detail: `${name}: ${error.message}`, cure: cureOf(error) };
    }
  }

  async documents(): Promise<Verdict> {
    const found = await documents(await this.here.now());
    if (found.status === 'ok') return verdictOf(found);
    return { state: 'warning', detail: NONE, cure: `Add some: ${HOW_TO_ADD}.` };
  }

  /** A second model that fails is a warning: the first one answers. */
  async model(): Promise<Verdict> {
    const installation = await this.here.now();
    const [first, second] = await Promise.all([model(installation), fallbackModel(installation)]);
    const verdict = verdictOf(first, 'not_applicable');
    if (verdict.state !== 'ok' || second.status === 'skipped') return verdict;
    if (second.status === 'wrong') return { ...verdictOf(second), state: 'warning' };
    return verdictOf(joined(first, second));
  }

  async embeddings(): Promise<Verdict> {
    return verdictOf(await embeddings(await this.here.now()), 'not_applicable');
  }

  async twilio(): Promise<Verdict> {
    return verdictOf(await twilio(await this.here.now()));
  }

  /** What is known here; what Twilio says is asked for more seldom: `senderAtTwilio`. */
  async sender(): Promise<Verdict> {
    return verdictOf(await sender(await this.here.now()));
  }

  async senderAtTwilio(accountTaken: boolean): Promise<Verdict> {
    const installation = await this.here.now(accountTaken);
    const [own, pools] = [await ownSender(installation), await serviceSenders(installation)];
    return verdictOf(joined(own, pools));
  }

  async public_address(): Promise<Verdict> {
    const installation = await this.here.now();
    return verdictOf(joined(await publicUrl(installation), await https(installation)));
  }

  async webhook(accountTaken: boolean): Promise<Verdict> {
    return this.webhookLook.look(await this.here.now(accountTaken));
  }

  /** A request to ourselves, by the way that Twilio's come. */
  async webhookTest(): Promise<Verdict> {
    return verdictOf(await this.webhookLook.test(await this.here.now()));
  }
}
