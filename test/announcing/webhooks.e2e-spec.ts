import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OtherSystems } from '../support/announcing/other-systems.js';
import { withApp } from '../support/app.js';

const WEBHOOKS = '/api/v1/webhooks';
const DELIVERIES = '/api/v1/webhook-deliveries';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let helpDesk: OtherSystems;
beforeAll(async () => void (helpDesk = await OtherSystems.start()));
afterAll(() => helpDesk.close());
beforeEach(() => void (helpDesk.got.length = 0));

withApp('a help desk that is told', { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' }, (app) => {
  const url = () => helpDesk.at('/hook');
  const add = (body: object) => app().admin('post', WEBHOOKS, body);

  it('takes part: it hears what is written, takes over, answers once, and gives it back', async () => {
    const types = [
      'message.received',
      'message.answered',
      'conversation.taken_over',
      'conversation.released',
    ];
    const { body } = await add({ url: url(), types, description: 'Help desk' }).expect(201);
    const from = await app().writer();
    await app().write(from, 'Do you repair bicycles?', { ProfileName: 'Ana' });
    const heard = (of: string) => helpDesk.got.filter(({ type }) => type === of);
    // Their order is not promised.
    for (const type of ['message.received', 'message.answered'])
      await expect.poll(() => heard(type).length).toBe(1);
    const [{ data, body: raw, headers }] = heard('message.received');
    expect(new Webhook(body.secret).verify(raw, headers)).toBeTruthy();
    expect(data).toMatchObject({
      conversation: { profile_name: 'Ana', addresses: [from.replace('whatsapp:', '')] },
      message: { text: 'Do you repair bicycles?', kind: null },
    });
    const conversation = `/api/v1/conversations/${data.conversation.id}`;
    await app().admin('post', `${conversation}/takeover`).expect(200);
    const reply = () =>
      app()
        .admin('post', `${conversation}/reply`, { text: 'Yes, on Mondays.' })
        .set('Idempotency-Key', headers['webhook-id']);
    const [{ body: first }, { body: second }] = [await reply(), await reply()];
    expect(second.id).toBe(first.id);
    await expect.poll(() => heard('message.answered').length).toBe(2);
    const { message } = heard('message.answered')[1].data;
    expect(message).toMatchObject({ id: first.id, text: 'Yes, on Mondays.', by: 'person' });
    await app().admin('post', `${conversation}/release`).expect(200);
    for (const type of ['conversation.taken_over', 'conversation.released'])
      await expect.poll(() => heard(type).length).toBe(1);
    const metrics = (await app().admin('get', '/metrics').expect(200)).text;
    expect(metrics).toMatch(/recado_announcements_total\{kind="webhook",result="delivered"\} \d/);
    expect(metrics).toContain('recado_announcements{state="failed"} 0');
    await app().admin('delete', `${WEBHOOKS}/${body.id}`).expect(204);
    await app().admin('get', `${WEBHOOKS}/${body.id}`).expect(404);
  });

  it('has a secret that is given or made, and that is shown once', async () => {
    const types = ['account.held'];
    const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    const given = (await add({ url: url(), types, secret }).expect(201)).body;
    expect(given).toMatchObject({ secret, types, description: '', disabled_because: null });
    const listed = (await app().admin('get', WEBHOOKS).expect(200)).text;
    expect(listed).not.toContain('whsec_');
    const tested = await app().admin('post', `${WEBHOOKS}/${given.id}/test`).expect(200);
    expect(tested.body).toEqual({ delivered: true, error: null });
    const [{ body, headers }] = helpDesk.got;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'webhook.test' });
    const next = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
    const changed = await app().admin('put', `${WEBHOOKS}/${given.id}`, { secret: next });
    expect(changed.text).not.toContain('whsec_');
    await app().admin('post', `${WEBHOOKS}/${given.id}/test`).expect(200);
    const last = helpDesk.got.at(-1)!;
    expect(() => new Webhook(secret).verify(last.body, last.headers)).toThrow();
    new Webhook(next).verify(last.body, last.headers);
    await app().admin('delete', `${WEBHOOKS}/${given.id}`).expect(204);
  });

  it('is not inside, unless the environment names it, and is nothing that can’t be told', async () => {
    const types = ['message.received'];
    for (const inside of [
      'http://169.254.169.254/latest/meta-data/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://127.0.0.2/',
      'https://shop.example:22/',
      'http://user:pass@shop.example/',
    ]) {
      const { body } = await add({ url: inside, types }).expect(400);
      expect([inside, body]).toMatchObject([inside, { errors: [{ field: 'url' }] }]);
    }
    for (const wrong of [
      {},
      { url: url() },
      { url: url(), types: [] },
      { url: url(), types: ['message.read'] },
      { url: 'ftp://shop.example/', types },
      { url: url(), types, secret: 'whsec_short' },
      { url: url(), types, description: null },
      { url: url(), types, more: 1 },
    ])
      await add(wrong).expect(400);
    for (const what of ['retry', 'discard'])
      await app().admin('post', `${DELIVERIES}/${NOBODY}/${what}`).expect(404);
    await app().admin('post', `${WEBHOOKS}/${NOBODY}/test`).expect(404);
    await app().admin('get', `${DELIVERIES}?cursor=x`).expect(400);
    await app().admin('get', WEBHOOKS, undefined, null).expect(401);
  });

  it('says of a test why it did not arrive, and is one of 20 at most', async () => {
    const types = ['message.failed'];
    helpDesk.answers.set('/hook', 404);
    const made = [];
    for (let n = 0; n < 20; n++) made.push((await add({ url: url(), types }).expect(201)).body.id);
    expect((await add({ url: url(), types }).expect(409)).body.detail).toMatch(/20 already/);
    const { body } = await app().admin('post', `${WEBHOOKS}/${made[0]}/test`).expect(200);
    expect(body).toMatchObject({ delivered: false, error: expect.stringMatching(/HTTP 404/) });
    helpDesk.answers.delete('/hook');
    for (const id of made) await app().admin('delete', `${WEBHOOKS}/${id}`).expect(204);
  });
});
