import { expect, it, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { Endpoints } from '../../config/endpoints.js';
import type { ContentResources } from './content/content-resources.js';
import { TwilioClient } from './twilio.client.js';
import { WhatsAppChannel } from './whatsapp.channel.js';

const CONFIG = {
  twilioAccountSid: `AC${'1'.repeat(32)}`,
  twilioAuthToken: 'the-token',
  twilioWhatsappFrom: 'whatsapp:+15005550006',
} as BotConfig;

/** A channel of this configuration, and how often it began to load what a request needs. */
function channelOf(config: BotConfig) {
  const clock = new SystemClock();
  const twilio = new TwilioClient(clock, {} as Endpoints);
  const build = vi.spyOn(twilio as unknown as { build(): Promise<unknown> }, 'build');
  const service = { current: () => Promise.resolve(config) } as unknown as BotConfigService;
  const contents = {} as ContentResources;
  return { channel: new WhatsAppChannel(service, {} as Endpoints, twilio, clock, contents), build };
}

it('is loaded by the time that an attempt knows its sender, once for all', async () => {
  const { channel, build } = channelOf(CONFIG);
  expect(await channel.sender()).toEqual({
    account: CONFIG.twilioAccountSid,
    from: CONFIG.twilioWhatsappFrom,
  });
  expect(build.mock.settledResults).toEqual([{ type: 'fulfilled', value: expect.anything() }]);
  await channel.sender();
  expect(build).toHaveBeenCalledOnce();
});

it('is not waited for where nothing can be sent', async () => {
  const { channel, build } = channelOf({ ...CONFIG, twilioAuthToken: undefined } as BotConfig);
  expect(await channel.sender()).toBeUndefined();
  expect(build).not.toHaveBeenCalled();
});

it('fails at the request, where it cannot be loaded', async () => {
  const { channel, build } = channelOf(CONFIG);
  build.mockRejectedValue(new Error('no such module'));
  expect(await channel.sender()).toMatchObject({ from: CONFIG.twilioWhatsappFrom });
});
