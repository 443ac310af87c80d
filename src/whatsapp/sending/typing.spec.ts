import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BotConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { Endpoints } from '../../config/endpoints.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { TwilioClient } from './twilio.client.js';
import type { ContentResources } from './content/content-resources.js';
import { WhatsAppChannel } from './whatsapp.channel.js';

const INBOUND = `MM${'5'.repeat(32)}`;
let config: Partial<BotConfig>;
let asked: unknown[];
let answer: () => Promise<{ status: number }>;
let channel: WhatsAppChannel;
const levels = ['warn', 'error', 'log', 'debug'] as const;

const clock = new SetClock();

beforeEach(() => {
  config = {
    twilioAccountSid: `AC${'1'.repeat(32)}`,
    twilioAuthToken: 'the-token',
    twilioWhatsappFrom: 'whatsapp:+14155238886',
  };
  asked = [];
  answer = () => Promise.resolve({ status: 200 });
  const twilio = {
    typing: (_: BotConfig, id: string, deadline: number) => (asked.push([id, deadline]), answer()),
  } as unknown as TwilioClient;
  const settings = { current: async () => config } as BotConfigService;
  channel = new WhatsAppChannel(settings, {} as Endpoints, twilio, clock, {} as ContentResources);
  for (const level of levels) vi.spyOn(Logger.prototype, level).mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

it('names the message that is being answered, and has a short time', async () => {
  await channel.typing(INBOUND);
  expect(asked).toEqual([[INBOUND, clock.now() + 3000]]);
});

it('is not asked for where it is off, without an account, or of a message that is not Twilio’s', async () => {
  await channel.typing('0b0e0f4e-6f0b-4c1e-9f43-2f4d53f3a111');
  config.typingIndicator = 'off';
  await channel.typing(INBOUND);
  config = {};
  await channel.typing(INBOUND);
  expect(asked).toEqual([]);
});

it('fails without a word to anybody but who looks closely', async () => {
  answer = () => Promise.resolve({ status: 500 });
  await channel.typing(INBOUND);
  answer = () => Promise.reject(new Error('cut'));
  await channel.typing(INBOUND);
  expect(vi.mocked(Logger.prototype.debug)).toHaveBeenCalledTimes(2);
  for (const level of ['warn', 'error', 'log'] as const)
    expect(vi.mocked(Logger.prototype[level])).not.toHaveBeenCalled();
});
