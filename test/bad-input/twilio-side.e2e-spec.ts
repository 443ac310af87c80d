import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';
import type { Fields } from '../support/twilio/form.js';
import { aPhone, aSid } from '../support/stores/mailboxes.js';
import { NAUGHTY } from '../support/naughty.js';
import * as status from './status.rows.js';
import { FORM, REFUSED, REFUSED_OF_OTHERS, type Sent, TAKEN } from './webhook.rows.js';

const PEOPLE = 12;
const SOON = { interval: 40 };
interface Known {
  id: string;
  profile_name: string | null;
}

withApp('a webhook', { RATE_LIMIT_PER_MINUTE: '1000', WEBHOOK_REPLY_WAIT_MS: '0' }, (app) => {
  const post = (
    from: string,
    fields: Fields,
    { raw, headers, ...sent }: Sent = {},
    by = AS_TWILIO,
  ) =>
    app().post(
      { From: from, Body: 'Hola', ...fields },
      { ...sent, headers: { ...by, ...headers }, raw: raw?.(from) },
    );
  const known = async (phone: string) => {
    const path = `/api/v1/conversations?wa_id=${encodeURIComponent(phone)}`;
    return (await app().admin('get', path).expect(200)).body.items as Known[];
  };

  it.each([
    ...REFUSED.map((row) => ({ row, by: AS_TWILIO })),
    ...REFUSED_OF_OTHERS.map((row) => ({ row, by: {} as typeof AS_TWILIO })),
  ])('webhook: $row.0 $row.1, nothing kept: $row.2', async ({ row, by }) => {
    const [status, field, , fields, sent] = row;
    const phone = aPhone();
    const { status: said, headers, body } = await post(`whatsapp:${phone}`, fields, sent, by);
    expect([said, body.status, body.detail]).toEqual([status, status, expect.any(String)]);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body.request_id).toBe(headers['x-request-id']);
    expect(body.errors?.map((error: { field: string }) => error.field)).toEqual(field && [field]);
    expect(await known(phone)).toEqual([]);
  });

  it.each(TAKEN)('webhook: 200 and an answer, kept as %j: %s', async (text, _, fields, sent) => {
    const phone = aPhone();
    const from = await app().writer(`whatsapp:${phone}`);
    await post(from, fields, sent).expect(200);
    const [{ id }] = await known(phone);
    await expect.poll(() => app().outcomes(id), SOON).toEqual([[text, 'answered']]);
    expect(await app().sent(from)).toHaveLength(1);
  });

  it('a signature twice is none', async () => {
    const phone = aPhone();
    const twice = { headers: { 'X-Twilio-Signature': 'a, b' }, signature: null };
    await post(`whatsapp:${phone}`, {}, twice).expect(403);
    expect(await known(phone)).toEqual([]);
  });

  it('one MessageSid is one message, whatever else is said with it', async () => {
    const phone = aPhone();
    const from = await app().writer(`whatsapp:${phone}`);
    const MessageSid = aSid();
    await post(from, { MessageSid }).expect(200);
    await post(from, { MessageSid, Body: 'Adiós' }).expect(200);
    const [{ id }] = await known(phone);
    await expect.poll(() => app().outcomes(id)).toEqual([['Hola', 'answered']]);
  });

  it('a body cut short keeps nothing, and the process lives', async () => {
    const phone = aPhone();
    const body = `From=whatsapp%3A%2B${phone.slice(1)}&Body=Hola`;
    const head = `POST /api/v1/whatsapp/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\n`;
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(new URL(app().publicUrl).port), '127.0.0.1');
      socket.end(`${head}Content-Length: 500\r\n\r\n${body}`);
      socket
        .resume()
        .on('close', () => resolve())
        .on('error', reject);
    });
    expect(await known(phone)).toEqual([]);
  });

  it('an OptOutType that nobody knows: Twilio has answered, and we stay silent', async () => {
    const phone = aPhone();
    await post(`whatsapp:${phone}`, { OptOutType: '__proto__' }).expect(200);
    const [{ id }] = await known(phone);
    await expect.poll(() => app().outcomes(id)).toEqual([['Hola', 'answered']]);
    expect(await app().sent(`whatsapp:${phone}`)).toEqual([]);
  });

  it('naughty strings are kept as sent, answered once, and sent as Twilio takes them', async () => {
    // What becomes of a message once Twilio has it is the same for all texts.
    await app().faults({ callbacks: { mode: 'drop' } });
    const people = Array.from({ length: PEOPLE }, (_, n) => ({
      phone: aPhone(),
      texts: NAUGHTY.filter((__, at) => at % PEOPLE === n),
    }));
    // While no answer comes, what is written waits, and few turns cover all of it.
    app().model.mode = 'hang';
    await Promise.all(people.map(writeAll));
    app().model.mode = 'echo';
    app().model.release();
    for (const { phone, texts } of people) {
      const [{ id }] = await known(phone);
      const answered = texts.map((text) => [readable(text), 'answered']);
      await expect.poll(() => app().outcomes(id), SOON).toEqual(answered);
      // MongoDB isn't waited for when only a name has changed.
      const name = async () => (await known(phone))[0].profile_name;
      await expect.poll(name, SOON).toBe(readable(texts.at(-1)!));
      const turns = (await app().messages(id)).filter((m) => m.direction === 'outbound');
      const parts = turns.flatMap((turn) => turn.parts);
      expect(await app().sent(`whatsapp:${phone}`)).toHaveLength(parts.length);
    }
  });

  const callBack = ({ fields, query = '' }: status.Row) =>
    app().post(
      { MessageSid: aSid(), MessageStatus: 'sent', ...fields },
      { path: `/api/v1/whatsapp/status${query}` },
    );

  it.each(status.REFUSED)('status: 400 that names $field: $name', async (row) => {
    const { body } = await callBack(row).expect(400);
    expect(body).toMatchObject({ status: 400, errors: [{ field: row.field }] });
  });

  it('status: what says nothing of use changes nothing: 204', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'Hola');
    const part = async () => (await app().messages(id)).flatMap((message) => message.parts)[0];
    await expect.poll(async () => (await part())?.status).toBe('delivered');
    const before = await part();
    for (const row of status.IDLE) {
      const fields = { ...row.fields, ...(row.ours && { MessageSid: before.sid! }) };
      const { status: said } = await callBack({ ...row, fields });
      expect([row.name, said, await part()]).toEqual([row.name, 204, before]);
    }
    expect(await app().outcomes(id)).toEqual([['Hola', 'answered']]);
  });

  async function writeAll({ phone, texts }: { phone: string; texts: string[] }): Promise<void> {
    for (const text of texts)
      await post(`whatsapp:${phone}`, { Body: text, ProfileName: text }).expect(200);
  }
});

/** What is kept of a text: all but control characters. */
const readable = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '');
