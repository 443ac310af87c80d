import { describe, expect, it } from 'vitest';
import { sharedEmulator } from '../../../test/support/twilio/emulator.js';

const PERSON = 'whatsapp:+12025550123';
const { emulator, write, last } = sharedEmulator();

describe('the control API', () => {
  it('refuses what it does not understand, as a problem', async () => {
    const wrong = await write({ from: 'ana', media: [{ content_type: 'x' }], wrong: 1 });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map((error: any) => error.field)).toEqual(
      expect.arrayContaining(['from', 'wrong', 'media.0.content_type', 'media.0.base64']),
    );
    const form = { method: 'POST', body: new URLSearchParams({ from: PERSON }) };
    const asForm = await fetch(`${emulator().address}/control/messages`, form);
    expect(asForm.status).toBe(415);
    expect(asForm.headers.get('content-type')).toContain('application/problem+json');
    expect(asForm.headers.get('x-request-id')).toBeTruthy();
  });

  it('lists a conversation oldest first, by either name, in pages', async () => {
    const userId = 'US.13491208655302';
    await write({ from: PERSON, body: 'one', external_user_id: userId });
    await write({ from: PERSON, body: 'two' });
    await write({ from: 'whatsapp:+12025550199', body: 'other' });
    const texts = async (query: string) => {
      const { body } = await emulator().control<any>('GET', `/messages?${query}`);
      return [body.items.map((item: any) => item.body), body.next_cursor];
    };
    expect(await texts('conversation=%2B12025550123')).toEqual([['one', 'two'], null]);
    expect(await texts('conversation=whatsapp:%2B12025550123')).toEqual([['one', 'two'], null]);
    expect(await texts(`conversation=${userId}`)).toEqual([['one'], null]);
    const [first, cursor] = await texts('limit=2');
    expect(first).toEqual(['one', 'two']);
    expect(await texts(`limit=2&cursor=${cursor}`)).toEqual([['other'], null]);
  });

  it('lists the newest first where that is asked for', async () => {
    for (const body of ['one', 'two', 'three']) await write({ from: PERSON, body });
    const { body } = await emulator().control<any>('GET', '/messages?first=newest&limit=2');
    expect(body.items.map((item: any) => item.body)).toEqual(['three', 'two']);
    const next = `/messages?first=newest&cursor=${body.next_cursor}`;
    const rest = await emulator().control<any>('GET', next);
    expect(rest.body.items.map((item: any) => item.body)).toEqual(['one']);
  });

  it('lists what came with a message besides its text', async () => {
    const said = {
      profile_name: 'Ana',
      button_text: 'Yes',
      button_payload: 'yes-1',
      original_replied_message_sid: `SM${'1'.repeat(32)}`,
      latitude: 40.5,
      longitude: -3.5,
      label: 'Shop',
    };
    await write({ from: PERSON, ...said });
    const { body } = await emulator().control<any>('GET', '/messages');
    expect(body.items[0]).toMatchObject({ ...said, message_type: 'location' });
  });

  it('serves a file that was sent, as bytes to save', async () => {
    const html = '<script>alert(1)</script>';
    const media = [{ content_type: 'text/html', base64: Buffer.from(html).toString('base64') }];
    const { sid } = (await write({ from: PERSON, media })).body;
    const [item] = (await emulator().control<any>('GET', '/messages')).body.items;
    const fileOf = (message: string) =>
      fetch(`${emulator().address}/control/messages/${message}/media/${item.media[0].sid}`);
    const file = await fileOf(sid);
    expect([file.status, await file.text()]).toEqual([200, html]);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe('attachment');
    expect((await fileOf(`SM${'0'.repeat(32)}`)).status).toBe(404);
  });

  it('tells who sees "typing…", until they are answered', async () => {
    const { sid } = (await write({ from: PERSON, body: 'Hi' })).body;
    const typing = async () => (await emulator().control<any>('GET', '/typing')).body.items;
    expect(await typing()).toEqual([]);
    const { client, options } = emulator();
    await client.messaging.v2.typingIndicator.create({ channel: 'whatsapp', messageId: sid });
    expect(await typing()).toEqual([{ to: PERSON, since: expect.stringMatching(/Z$/) }]);
    await client.messages.create({ to: PERSON, from: options.from, body: 'Hello' });
    expect(await typing()).toEqual([]);
  });

  it('takes files of many megabytes', async () => {
    const base64 = Buffer.alloc(10 * 1024 * 1024, 1).toString('base64');
    const media = [{ content_type: 'application/pdf', base64 }];
    expect((await write({ from: PERSON, media })).body.status).toBe(200);
    expect(last().form.MessageType).toBe('document');
  });

  it('is closed to who comes by another name', async () => {
    const { request } = await import('node:http');
    const statusFor = (path: string, host: string) =>
      new Promise((resolve) => {
        const options = { headers: { host } };
        request(emulator().address + path, options, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    expect(await statusFor('/control/messages', 'evil.example')).toBe(403);
    expect(await statusFor('/control/messages', '127.0.0.1.evil.example:80')).toBe(403);
    expect(await statusFor('/2010-04-01/Accounts', 'evil.example')).toBe(403);
    expect(await statusFor('/control/messages', 'localhost:99')).toBe(200);
    expect(await statusFor('/control/messages', '[::1]:3001')).toBe(200);
  });
});
