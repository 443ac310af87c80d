import { describe, expect, it } from 'vitest';
import { ok, skipped, wrong } from '../../../test/support/doctor/findings.js';
import { FROM, OURS, toldByTwilio } from '../../../test/support/doctor/told-by-twilio.js';
import { senderWebhook } from './sender-webhook.check.js';

const SERVICE = `MG${'5'.repeat(32)}`;

const twilio = toldByTwilio();

describe('sender_webhook', () => {
  const sender = (webhook: object, more = {}) => {
    const items = [{ sender_id: 'whatsapp:+12025550123' }, { sender_id: FROM, webhook, ...more }];
    twilio.told['/v2/Channels/Senders'] = { meta: { key: 'senders' }, senders: items };
  };

  it.each<[string, string, object]>([
    ['ours', OURS, ok(/without #rc/)],
    ['ours, with overrides', `${OURS}?shop=1#rc=5&rp=5xx`, ok(/, with rc=5&rp=5xx$/)],
    [
      'ours, written otherwise',
      OURS.replace('bot.example.com', 'BOT.example.com:443'),
      ok(/calls/),
    ],
    ['none', '', wrong(/has no webhook/, /Give Twilio .*webhook \(POST\)/)],
    ['plain http', OURS.replace('https', 'http'), wrong(/calls http:/, /Give Twilio https:/)],
    [
      'elsewhere',
      'https://me:pass@x.example.com/y?pass=1',
      wrong(/x.example.com\/y, and/, /or make/),
    ],
  ])('Twilio has %s', async (_, callback_url, finding) => {
    sender({ callback_url, callback_method: 'POST' });
    expect(await twilio.found(senderWebhook)).toMatchObject(finding);
  });

  it('sees the method, and whether the sender is online', async () => {
    sender({ callback_url: OURS, callback_method: 'GET' });
    expect(await twilio.found(senderWebhook)).toMatchObject(wrong(/with GET/, /POST/));
    sender(
      {},
      { status: 'OFFLINE', offline_reasons: [{ code: '63020', message: 'Not verified' }] },
    );
    expect(await twilio.found(senderWebhook)).toMatchObject(wrong(/OFFLINE 63020 Not/, /console/));
  });

  it('turns a few pages, wherever the next one is said to be', async () => {
    const next_page_url = 'https://evil.example.net/v2/Channels/Senders?PageToken=b';
    twilio.told['/v2/Channels/Senders'] = { meta: { key: 'senders', next_page_url }, senders: [] };
    const more = { sender_id: FROM, webhook: { callback_url: OURS } };
    twilio.told['/v2/Channels/Sendersb'] = {
      meta: { key: 'senders', next_page_url },
      senders: [more],
    };
    expect(await twilio.found(senderWebhook)).toMatchObject(ok(/calls/));
    expect(twilio.asked).toHaveLength(3);
  });

  it('asks the Messaging Service first', async () => {
    const service = { TWILIO_MESSAGING_SERVICE_SID: SERVICE };
    const path = `/v1/Services/${SERVICE}`;
    twilio.told[path] = { inbound_request_url: OURS };
    expect(await twilio.found(senderWebhook, service)).toMatchObject(
      ok(/^Messaging Service MG55…5555/),
    );
    twilio.told[path] = { inbound_request_url: null, use_inbound_webhook_on_number: false };
    expect(await twilio.found(senderWebhook, service)).toMatchObject(wrong(/no webhook/, /Give/));
    twilio.told[path] = { use_inbound_webhook_on_number: true };
    sender({ callback_url: OURS });
    expect(await twilio.found(senderWebhook, service)).toMatchObject(ok(/^whatsapp:/));
  });

  it('says what cannot be read', async () => {
    twilio.told['/v2/Channels/Senders'] = { senders: [] };
    expect(await twilio.found(senderWebhook)).toMatchObject(skipped(/not among the 0/));
    const sandbox = { TWILIO_WHATSAPP_FROM: 'whatsapp:+14155238886' };
    expect(await twilio.found(senderWebhook, sandbox)).toMatchObject(skipped(/sandbox/));
    expect(await twilio.found(senderWebhook, { TWILIO_WHATSAPP_FROM: undefined })).toMatchObject(
      skipped(/no sender/),
    );
  });
});
