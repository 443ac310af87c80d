import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';

withApp('metrics', {}, (app) => {
  const text = async () => (await app().admin('get', '/metrics').expect(200)).text;
  /** The value of one series: `name{label="value"}`; 0 before it is first counted. */
  const read = async (series: string) => {
    const line = (await text()).split('\n').find((one) => one.startsWith(`${series} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  };
  /** How far each series moves while something happens, once it has moved. */
  const moves = async (series: string[], act: () => Promise<unknown>) => {
    const before = await Promise.all(series.map(read));
    await act();
    const moved = async () =>
      Promise.all(series.map(async (one, n) => (await read(one)) > before[n]));
    await expect.poll(moved).toEqual(series.map(() => true));
  };

  it('wants the admin token, and is in the text format', async () => {
    await app().admin('get', '/metrics', undefined, null).expect(401);
    const { headers } = await app().admin('get', '/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await text()).toMatch(/^process_cpu_seconds_total \d/m);
  });

  it('counts a message from the webhook to the phone', async () => {
    const from = await app().writer();
    await moves(
      [
        'recado_http_requests_total{method="POST",route="/api/v1/whatsapp/webhook",status="200"}',
        'recado_webhook_ack_seconds_count',
        'recado_model_request_seconds_count{answer="ok"}',
        'recado_model_tokens_total{kind="input",model="obedient"}',
        'recado_model_tokens_total{kind="output",model="obedient"}',
        'recado_twilio_request_seconds_count{ask="post /Messages.json",answer="2xx"}',
        'recado_sends_total{verdict="accepted"}',
        'recado_outcomes_total{outcome="answered"}',
        'recado_message_seconds_count{step="sent"}',
        'recado_message_seconds_count{step="delivered"}',
      ],
      () => app().post({ From: from, Body: 'a croissant' }, { headers: AS_TWILIO }).expect(200),
    );
    await expect.poll(() => read('recado_queue_depth{of="waiting"}')).toBe(0);
  });

  it('counts what goes wrong', async () => {
    const from = await app().writer();
    await moves(['recado_refused_signatures_total{reason="wrong signature"}'], () =>
      app().post({ From: from, Body: 'x' }, { signature: 'no' }).expect(403),
    );
    app().model.mode = '500';
    await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
    await moves(
      [
        'recado_model_request_seconds_count{answer="error"}',
        'recado_twilio_request_seconds_count{ask="post /Messages.json",answer="4xx"}',
        'recado_sends_total{verdict="dead"}',
        'recado_outcomes_total{outcome="dead"}',
      ],
      () => app().post({ From: from, Body: 'wrong' }, { headers: AS_TWILIO }).expect(200),
    );
  });

  it('counts messages by their outcome, each once', async () => {
    const counts = async () =>
      Promise.all(
        ['answered', 'human', 'opted_out'].map((o) =>
          read(`recado_outcomes_total{outcome="${o}"}`),
        ),
      );
    const before = await counts();
    const from = await app().writer();
    const id = await app().write(from, 'a croissant');
    await expect.poll(() => app().outcomes(id)).toEqual([['a croissant', 'answered']]);
    await app().admin('post', `/api/v1/conversations/${id}/takeover`).expect(200);
    await app().write(from, 'anybody?');
    await app().write(from, 'a croissant?');
    await app().admin('post', `/api/v1/conversations/${id}/release`).expect(200);
    await app().write(from, 'STOP');
    await expect
      .poll(async () => (await counts()).map((count, n) => count - before[n]))
      .toEqual([1, 2, 1]);
    await expect
      .poll(() => app().outcomes(id))
      .toEqual([
        ['a croissant', 'answered'],
        ['anybody?', 'human'],
        ['a croissant?', 'human'],
        ['STOP', 'opted_out'],
      ]);
  });

  it('shows what waits, and for how long', async () => {
    const from = await app().writer();
    app().model.mode = 'hang';
    await app().post({ From: from, Body: 'wait' }, { headers: AS_TWILIO }).expect(200);
    await expect.poll(() => read('recado_queue_depth{of="waiting"}')).toBe(1);
    await expect.poll(() => read('recado_queue_oldest_seconds{of="waiting"}')).toBeGreaterThan(0);
  });

  it('counts what is refused before a route is looked for under the route that it was for', async () => {
    const counted = (method: string, route: string, status: number) =>
      `recado_http_requests_total{method="${method}",route="${route}",status="${status}"}`;
    const webhook = '/api/v1/whatsapp/webhook';
    await moves([counted('POST', webhook, 413)], () =>
      app()
        .post({ From: 'whatsapp:+15005550006', Body: 'x'.repeat(65_536) })
        .expect(413),
    );
    const put = (path: string, json: string) =>
      app().admin('put', path).type('json').send(json).expect(400);
    await moves([counted('PUT', '/api/v1/bot/config', 400)], () =>
      put('/api/v1/bot/config', '{"language":'),
    );
    const reply = '/api/v1/conversations/:id/reply';
    await moves([counted('POST', reply, 400)], () =>
      app().admin('post', reply.replace(':id', 'c-1')).type('json').send('[]').expect(400),
    );
    await moves([counted('PUT', '(no route)', 400)], () => put('/api/v1/nowhere', '{'));
    await moves([counted('GET', '/api/v1/conversations/:id', 400)], () =>
      app().admin('get', '/api/v1/conversations/%zz').expect(400),
    );
  });

  it('has no label that a stranger can make grow', async () => {
    const ask = (path: string) => app().admin('get', path);
    await ask('/nowhere/one?a=1').expect(404);
    // A route's own series begin with its first request, whichever test makes it.
    await ask('/api/v1/conversations/c/messages');
    // Node's own series begin with its first collection of garbage of a kind.
    const count = async () => (await text()).match(/^recado_/gm)!.length;
    const series = await count();
    for (let n = 0; n < 20; n++) await ask(`/nowhere/${n}`).expect(404);
    for (let n = 0; n < 20; n++) await ask(`/api/v1/conversations/c-${n}/messages`);
    const route = 'route="/api/v1/conversations/:id/messages"';
    expect(await text()).toContain(route);
    expect((await count()) - series).toBeLessThan(5);
    expect(await text()).not.toMatch(/nowhere|c-\d/);
  });
});
