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
