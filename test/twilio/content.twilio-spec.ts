import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TwilioDocument } from './document.js';
import { PERSON, Simulated } from './simulated.js';

const document = new TwilioDocument('twilio_content_v1.json');

let s: Simulated;
beforeAll(async () => void (s = await Simulated.start()));
afterAll(() => s.close());

async function ask(method: 'get' | 'post' | 'delete', path: string, sid = '', json?: object) {
  const { accountSid, authToken } = s.emulator.options;
  const at = s.emulator.address + path.replaceAll(/\{\w+\}/g, sid);
  const response = await fetch(at, {
    method: method.toUpperCase(),
    headers: {
      Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
      ...(json && { 'Content-Type': 'application/json' }),
    },
    body: json && JSON.stringify(json),
  });
  const text = await response.text();
  const body = text ? JSON.parse(text) : text;
  expect(document.misfits(method, path, response.status, body)).toEqual([]);
  return body;
}

const actions = ['Yes', 'No'].map((title) => ({ type: 'QUICK_REPLY', title, id: title }));
const items = ['One', 'Two'].map((item) => ({ item, id: item, description: '' }));
const KINDS: [kind: string, content: object][] = [
  ['twilio/text', { body: 'Hi {{1}}!' }],
  ['twilio/quick-reply', { body: '{{1}}', actions }],
  ['twilio/list-picker', { body: '{{1}}', button: 'Choose', items }],
];

describe('OpenAPI: content', () => {
  it.each(KINDS)('makes %s, shows, lists and deletes it', async (kind, content) => {
    const given = { friendly_name: 'a', language: 'en', variables: { 1: 'x' } };
    const { sid } = await ask('post', '/v1/Content', '', { ...given, types: { [kind]: content } });
    expect(await ask('get', '/v1/Content/{Sid}', sid)).toMatchObject({
      types: { [kind]: content },
    });
    const { contents } = await ask('get', '/v1/Content');
    expect(contents.map((one: { sid: string }) => one.sid)).toContain(sid);
    await ask('get', '/v1/ContentAndApprovals');
    await ask('delete', '/v1/Content/{Sid}', sid);
  });

  it('tells what WhatsApp decided', async () => {
    const submit = '/v1/Content/{ContentSid}/ApprovalRequests/whatsapp';
    await ask('post', submit, s.template, { name: 'hi', category: 'UTILITY' });
    const { whatsapp } = await ask('get', '/v1/Content/{Sid}/ApprovalRequests', s.template);
    expect(whatsapp.status).toBe('approved');
  });
});

describe("Twilio's Node library", () => {
  it('lists with approvals, page by page, and deletes', async () => {
    const { v1 } = s.client.content;
    const all = await v1.contentAndApprovals.list({ pageSize: 1 });
    expect(all.map(({ sid }) => sid)).toContain(s.template);
    const { sid } = await ask('post', '/v1/Content', '', {
      language: 'en',
      types: { 'twilio/text': { body: 'x' } },
    });
    expect((await v1.contents(sid).fetch()).types).toEqual({ 'twilio/text': { body: 'x' } });
    expect(await v1.contents(sid).remove()).toBe(true);
    const gone = s.create({ to: PERSON, contentSid: sid });
    await expect(gone).rejects.toMatchObject({ status: 400, code: 21655 });
  });
});
