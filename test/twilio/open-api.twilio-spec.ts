import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encoded, TwilioDocument } from './document.js';
import { ASKED, CREATED, MESSAGES, QUERIES } from './open-api.rows.js';
import { PERSON, Simulated } from './simulated.js';

const services = new TwilioDocument('twilio_messaging_v1.json');
const messaging = new TwilioDocument('twilio_messaging_v2.json');
const api = new TwilioDocument('twilio_api_v2010.json');

let s: Simulated;
beforeAll(async () => void (s = await Simulated.start()));
afterAll(() => s.close());

async function ask(method: string, path: string, form?: object) {
  const { accountSid, authToken } = s.emulator.options;
  const response = await fetch(s.emulator.address + path, {
    method,
    headers: {
      Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    body: form && encoded(form),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : text };
}

const at = (path: string) => path.replace('{AccountSid}', s.account);
const filled = (path: string, sids: string[] = []) => {
  const left = [...sids];
  return at(path).replaceAll(/\{\w+\}/g, () => left.shift()!);
};

describe('OpenAPI: create', () => {
  it.each(CREATED)('%s', async (_, more) => {
    const form = { To: PERSON, Body: 'Olá 👋', ...more(s) };
    expect(api.misfitsOfForm(MESSAGES, form)).toEqual([]);
    const { status, body } = await ask('POST', at(MESSAGES), form);
    expect(api.misfits('post', MESSAGES, status, body)).toEqual([]);
  });
});

describe('OpenAPI: list', () => {
  const hold = async (path: string) => {
    const { status, body } = await ask('GET', path);
    expect(api.misfits('get', MESSAGES, status, body)).toEqual([]);
    return body;
  };
  const listed = (query: Record<string, string>) =>
    hold(`${at(MESSAGES)}?${new URLSearchParams(query).toString()}`);

  it.each(QUERIES)('%s', async (_, query) => {
    const known = api.queryNames(MESSAGES);
    expect(Object.keys(query(s)).filter((name) => !known.includes(name))).toEqual([]);
    await listed(query(s));
  });

  it('the next page and the previous one', async () => {
    const first = await listed({ PageSize: '1' });
    const next = await hold(first.next_page_uri);
    const back = await hold(next.previous_page_uri);
    expect(back.messages).toEqual(first.messages);
  });

  it.each(api.exampleQueries(MESSAGES))("%s, of the document's examples", async (_, query) => {
    await listed(query);
  });
});

const documentOf = (path: string) =>
  path.startsWith('/v1/') ? services : path.startsWith('/v2/') ? messaging : api;

describe('OpenAPI', () => {
  it.each(ASKED)('%s', async (_, { method, path, status, sids, form }) => {
    const document = documentOf(path);
    const answer = await ask(method.toUpperCase(), filled(path, sids?.(s)), form?.(s));
    expect(answer.status).toBe(status);
    expect(document.misfits(method, path, status, answer.body)).toEqual([]);
  });
});

it('OpenAPI: a wrong answer is seen', async () => {
  const form = { To: PERSON, From: s.from, Body: 'Hi' };
  const { body } = await ask('POST', at(MESSAGES), form);
  const { price, ...rest } = body;
  expect(price).toBeNull();
  const wrong = {
    num_segments: 1,
    status: 'flying',
    date_created: '2026-11-29',
    sid: 'SM1',
    new: 1,
  };
  const misfits = api.misfits('post', MESSAGES, 201, { ...rest, ...wrong });
  for (const name of ['price', ...Object.keys(wrong)]) {
    expect(misfits.some((misfit) => misfit.includes(name))).toBe(true);
  }
  expect(api.misfits('post', MESSAGES, 200, body)).not.toEqual([]);
  expect(api.misfitsOfForm(MESSAGES, { ...form, MediaUrl: 'x', Flag: 1 })).toHaveLength(2);
});

it('OpenAPI: every error has the four fields that clients read', async () => {
  const { status, body } = await ask('POST', at(MESSAGES), {});
  expect({ status, body }).toEqual({
    status: 400,
    body: {
      code: 21604,
      message: expect.any(String),
      more_info: 'https://www.twilio.com/docs/errors/21604',
      status: 400,
    },
  });
});
