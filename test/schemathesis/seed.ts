/**
 * Gives a Recado that is to be tried something to find, conversations and failures in them, and does
 * what can't be made up from the document.
 */
const { PUBLIC_URL, ADMIN_TOKEN } = process.env;
const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
const PEOPLE = 60;

async function ask(method: string, path: string, body: object): Promise<void> {
  const url = `${PUBLIC_URL}/simulator/control/${path}`;
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

await ask('PUT', 'faults', { create: { mode: 'refuse' } });
for (let n = 0; n < PEOPLE; n++)
  await ask('POST', 'messages', { from: `whatsapp:+120255501${10 + n}`, body: 'Hola' });
await ask('PUT', 'faults', {});

/** As a page of the console: only such a one can sign in. */
async function asPage(method: string, path: string, more: RequestInit = {}): Promise<Response> {
  const origin = { 'Content-Type': 'application/json', Origin: PUBLIC_URL! };
  const url = `${PUBLIC_URL}/api/v1/${path}`;
  const answer = await fetch(url, { ...more, method, headers: { ...origin, ...more.headers } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const link = await fetch(`${PUBLIC_URL}/api/v1/session/link`, { method: 'POST', headers });
const { url } = (await link.json()) as { url: string };
const body = JSON.stringify({ code: new URL(url).hash.replace('#code=', '') });
const signedIn = await asPage('POST', 'session', { body });
const [Cookie] = signedIn.headers.getSetCookie()[0].split(';');
const events = await asPage('GET', 'events', { headers: { Cookie } });
await asPage('DELETE', 'session', { headers: { Cookie } });
// It ends with the session: only then is it counted.
await events.text();
