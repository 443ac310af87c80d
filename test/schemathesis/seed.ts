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

/** Signs in by a link: only a page of the console can. */
const link = await fetch(`${PUBLIC_URL}/api/v1/session/link`, { method: 'POST', headers });
const { url } = (await link.json()) as { url: string };
const body = JSON.stringify({ code: new URL(url).hash.replace('#code=', '') });
const asPage = { 'Content-Type': 'application/json', Origin: PUBLIC_URL! };
const signedIn = await fetch(`${PUBLIC_URL}/api/v1/session`, {
  method: 'POST',
  headers: asPage,
  body,
});
if (!signedIn.ok) throw new Error(`signing in: ${signedIn.status} ${await signedIn.text()}`);
