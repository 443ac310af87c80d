import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Console } from '../console.fixture.js';

let people = 0;

/** Somebody new asks on WhatsApp, and is answered; gives the message's SID. */
export async function answeredOnWhatsApp(console: Console, body: string): Promise<string> {
  const message_sid = `SM${randomUUID().replaceAll('-', '')}`;
  const message = { from: `whatsapp:+1500555${1000 + people++}`, body, message_sid };
  const sent = await console.recado.call('POST', '/simulator/control/messages', message);
  expect(sent.status).toBe(200);
  const answer = async () => {
    const shown = await console.recado.call('GET', `/api/v1/messages/${message_sid}/answer`);
    return ((await shown.json()) as { answer?: string | null }).answer;
  };
  // The first one waits until the documents are read, and the learned weights.
  await expect.poll(answer, { timeout: 45_000 }).toBeTruthy();
  return message_sid;
}
