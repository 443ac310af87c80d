/** Gives a Recado that is to be tried something to find: conversations, and failures in them. */
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
