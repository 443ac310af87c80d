import { ACCOUNT_SID, AUTH_TOKEN, type Town } from '../../load/town.js';

/** Somebody else sends from the same account and number, by Twilio's API. */
export async function sentByAnother(town: Town, to: string, text: string): Promise<void> {
  const url = `${town.simulator.address}/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`;
  const basic = Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64');
  const form = { To: to, From: 'whatsapp:+14155238886', Body: text };
  const headers = { Authorization: `Basic ${basic}` };
  const answer = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`Twilio answered ${answer.status}: ${await answer.text()}`);
}
