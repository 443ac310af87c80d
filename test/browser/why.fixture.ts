import { expect } from 'vitest';
import { aPhone, aSid } from '../support/stores/mailboxes.js';
import type { Console } from './console.fixture.js';

/** Somebody new asks on WhatsApp, and is answered; gives the message's SID. */
export async function answeredOnWhatsApp(console: Console, body: string): Promise<string> {
  const message_sid = aSid();
  const message = { from: `whatsapp:${aPhone()}`, body, message_sid };
  const sent = await console.recado.call('POST', '/simulator/control/messages', message);
  expect(sent.status).toBe(200);
  const answer = async () => {
    const shown = await console.recado.call('GET', `/api/v1/messages/${message_sid}/answer`);
    return ((await shown.json()) as { answer?: string | null }).answer;
  };
  await expect.poll(answer).toBeTruthy();
  return message_sid;
}
