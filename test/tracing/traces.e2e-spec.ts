import { afterAll, expect, it } from 'vitest';
import { withApp } from '../support/app.js';
import { aPhone, aSid } from '../support/stores/mailboxes.js';
import { Collector, type Exported, factOf } from './collector.js';

const collector = await Collector.start();
afterAll(() => collector.close());

const env = {
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20abc,x-tenant=shop',
  WEBHOOK_REPLY_WAIT_MS: '0',
};
/** Milliseconds: spans leave a second after they ended. */
const SOON = { timeout: 20_000 };
const CALLBACK = 'POST /api/v1/whatsapp/status';

/** The spans of a message, once the callback that tells of its delivery is among them. */
const traceOf = async (sid: string): Promise<Exported[]> => {
  const spans = () => {
    const all = collector.spans;
    const { traceId } = all.find((span) => factOf(span, 'recado.message_id') === sid)!;
    return all.filter((span) => span.traceId === traceId);
  };
  await expect
    .poll(() => spans().some((span) => factOf(span, 'recado.status') === 'delivered'), SOON)
    .toBe(true);
  return spans();
};

withApp('traces', env, (app) => {
  it('go from the webhook to the callback, by ids alone', async () => {
    const [phone, MessageSid] = [aPhone(), aSid()];
    const from = await app().writer(`whatsapp:${phone}`);
    const said = 'Do you sell marzipan elephants?';
    await app().post({ From: from, Body: said, MessageSid, ProfileName: 'Zebedee' }).expect(200);
    const spans = await traceOf(MessageSid);
    const names = spans.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'POST /api/v1/whatsapp/webhook',
        'keep',
        'visit',
        'answer',
        'search',
        'chat obedient',
        'send',
        CALLBACK,
      ]),
    );
    const parent = ({ parentSpanId }: Exported) =>
      spans.find(({ spanId }) => spanId === parentSpanId);
    const named = (name: string) => spans.find((span) => span.name === name)!;
    expect(parent(named('visit'))).toBe(named('POST /api/v1/whatsapp/webhook'));
    expect(parent(named('send'))).toBe(named('visit'));
    expect(spans.filter(({ name }) => name === CALLBACK).map(parent)).toContain(named('send'));
    expect(factOf(named('send'), 'recado.verdict')).toBe('accepted');
    expect(factOf(named('chat obedient'), 'gen_ai.usage.input_tokens')).toBe(1);
    const sent = collector.bodies.join('\n');
    for (const personal of [phone, phone.slice(4), 'marzipan', 'Zebedee'])
      expect(sent).not.toContain(personal);
  });

  it('go on with the trace of who calls, and say who sends them', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const MessageSid = aSid();
    const from = await app().writer();
    await app().post({ From: from, Body: 'Hi', MessageSid }, { headers }).expect(200);
    const spans = await traceOf(MessageSid);
    expect(spans[0].traceId).toBe(traceId);
    expect(collector.headers.at(-1)).toMatchObject({
      authorization: 'Basic abc',
      'x-tenant': 'shop',
    });
    expect(collector.resource).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'recado' },
    });
  });

  it('mark what failed by its class alone, and drop a foreign header that is none', async () => {
    const headers = { traceparent: 'elephants' };
    const chat = { text: 'x'.repeat(100_000) };
    await app().admin('post', '/api/v1/chat', chat).set(headers).expect(413);
    await expect
      .poll(() => collector.spans.map(({ name }) => name), SOON)
      .toContain('POST /api/v1/chat');
    expect(collector.bodies.join()).not.toContain('elephants');
  });
});
