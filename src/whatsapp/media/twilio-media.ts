import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { EgressError } from '../../egress/egress.error.js';
import { Egress } from '../../egress/egress.js';
import { type FetchedMedia, MediaError, MediaSource } from '../../media/media-source.js';
import { basicAuth, TwilioClient } from '../sending/twilio.client.js';

/** Bytes of a message's media: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const MOST_BYTES = 16 * 1024 * 1024;
/** Milliseconds for one attempt to fetch, and for deleting. */
const FETCH_MS = 15_000;
const DELETE_MS = 5_000;
/** Milliseconds before each further attempt: right after its message a medium may not be there yet. */
const WAITS = [500, 1000, 2500];

/** A medium's place in Twilio's API (https://www.twilio.com/docs/messaging/api/media-resource). */
const PLACE =
  /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})(\/Messages\/[SM]M[0-9a-f]{32}\/Media\/ME[0-9a-f]{32})$/i;

/**
 * Fetches the media of messages from Twilio. The credentials go to Twilio's API and nowhere else: it
 * redirects to a storage host, which is asked without them.
 */
@Injectable()
export class TwilioMedia extends MediaSource {
  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly egress: Egress,
    private readonly twilio: TwilioClient,
    private readonly clock: Clock,
  ) {
    super();
  }

  async fetch(url: string, signal: AbortSignal): Promise<FetchedMedia> {
    const config = await this.config.current();
    const address = this.endpoints.twilioApiBase + this.placeOf(url, config).path;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.get(address, config, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof EgressError)) throw error;
        if (attempt === WAITS.length || !passes(error)) throw asMediaError(error);
        await this.wait(WAITS[attempt], signal);
      }
    }
  }

  async remove(url: string): Promise<void> {
    const config = await this.config.current();
    const path = `${this.placeOf(url, config).inAccount}.json`;
    const deadline = this.clock.now() + DELETE_MS;
    const { status } = await this.twilio.send(config, { method: 'delete', path, deadline });
    if (status !== 204 && status !== 404) throw new MediaError(`HTTP ${status}`);
  }

  /** Tests don't wait. */
  protected wait(ms: number, signal: AbortSignal): Promise<void> {
    return pause(ms, undefined, { signal });
  }

  private async get(address: string, config: BotConfig, signal: AbortSignal) {
    const { origin } = new URL(address);
    const own = { origin, authorization: basicAuth(config) };
    const limits = { signal, bytes: MOST_BYTES, timeoutMs: FETCH_MS };
    const { bytes, contentType } = await this.egress.get(address, { ...limits, own });
    return { bytes, contentType };
  }

  /** Where a medium is. Throws a `MediaError` for an address that is none of our account's media. */
  private placeOf(url: string, { twilioAccountSid }: BotConfig) {
    const bases = ['https://api.twilio.com', this.endpoints.twilioApiBase];
    const base = bases.find((one) => url.startsWith(`${one}/`));
    const path = base === undefined ? '' : url.slice(base.length);
    const [, account, inAccount] = PLACE.exec(path) ?? [];
    if (!account || account !== twilioAccountSid)
      throw new MediaError("its address is none of this account's media at Twilio");
    return { path, inAccount };
  }
}

/** Whether what went wrong may pass: it isn't there yet, or Twilio is busy. */
function passes({ reason, status = 0 }: EgressError): boolean {
  return reason === 'unreachable' || status === 404 || status === 429 || status >= 500;
}

function asMediaError({ reason, status }: EgressError): MediaError {
  if (status === 401 || status === 403)
    return new MediaError(
      `Twilio refuses the credentials (HTTP ${status}): see TWILIO_AUTH_TOKEN and TWILIO_API_KEY_SECRET`,
    );
  return new MediaError(status ? `HTTP ${status}` : reason);
}
