import { Injectable } from '@nestjs/common';
import { MediaStore } from '../ledger/media.store.js';
import type { Attachment, Message } from '../ledger/message.js';
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

  async list(messageSid: string) {
    const message = this.messages.find(messageSid);
    if (!message) throw TwilioError.notFound(`/Messages/${messageSid}`);
    const held = await Promise.all(message.media.map(({ sid }) => this.store.find(sid)));
    const there = message.media.filter((_, i) => held[i]);
    const { accountSid } = this.options;
    return {
      uri: `${accountUri(accountSid)}/Messages/${messageSid}/Media.json`,
      next_page_uri: null,
      media_list: there.map((media) => mediaResource(accountSid, message, media)),
    };
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
    const message = this.messages.find(messageSid);
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
