import { Injectable } from '@nestjs/common';
import { MediaStore } from '../ledger/media.store.js';
import type { Attachment, Message } from '../ledger/message.js';
import { type ListQuery, page } from './lists/pages.js';
import { accountUri, mediaResource } from './resources.js';
import { Messages } from '../ledger/messages.js';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioError } from './twilio-error.js';

/** The files of messages, as Twilio's API serves them. Each throws 20404 for what isn't there. */
@Injectable()
export class MediaFiles {
  constructor(
    private readonly messages: Messages,
    private readonly store: MediaStore,
    private readonly options: SimulatorOptions,
  ) {}

  async list(messageSid: string, query: ListQuery) {
    const message = this.messages.visible(messageSid);
    if (!message) throw TwilioError.notFound(`/Messages/${messageSid}`);
    const held = await Promise.all(message.media.map(({ sid }) => this.store.find(sid)));
    const all = message.media.filter((_, i) => held[i]).toReversed();
    const { accountSid } = this.options;
    const path = `${accountUri(accountSid)}/Messages/${messageSid}/Media.json`;
    const { items, envelope } = page({ path, query, all, matches: () => true });
    const media_list = items.map((media) => mediaResource(accountSid, message, media));
    return { ...envelope, media_list };
  }

  async describe(messageSid: string, mediaSid: string) {
    const { message, media } = await this.find(messageSid, mediaSid);
    return mediaResource(this.options.accountSid, message, media);
  }

  async fetch(messageSid: string, mediaSid: string) {
    const { media, bytes } = await this.find(messageSid, mediaSid);
    return { bytes, contentType: media.contentType! };
  }

  async delete(messageSid: string, mediaSid: string): Promise<void> {
    await this.find(messageSid, mediaSid);
    await this.store.delete(mediaSid);
  }

  private async find(messageSid: string, mediaSid: string): Promise<Found> {
    const message = this.messages.visible(messageSid);
    const media = message?.media.find(({ sid }) => sid === mediaSid);
    const bytes = media && (await this.store.find(media.sid));
    if (message && media && bytes) return { message, media, bytes };
    throw TwilioError.notFound(`/Messages/${messageSid}/Media/${mediaSid}`);
  }
}

interface Found {
  message: Message;
  media: Attachment;
  bytes: Buffer;
}
