/** Gives a Recado that is to be tried something to find: conversations, and failures in them. */
const { PUBLIC_URL, ADMIN_TOKEN } = process.env;
const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
const PEOPLE = 60;

async function ask(method: string, path: string, body?: object): Promise<string> {
  const url = `${PUBLIC_URL}/simulator/control/${path}`;
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text;
}

await ask('PUT', 'faults', { create: { mode: 'refuse' } });
for (let n = 0; n < PEOPLE; n++)
  await ask('POST', 'messages', { from: `whatsapp:+120255501${10 + n}`, body: 'Hola' });
await ask('PUT', 'faults', {});

// A made-up SID is of no file: this one is fetched here.
const media = [{ content_type: 'text/plain', base64: 'SGVsbG8=' }];
await ask('POST', 'messages', { from: 'whatsapp:+12025550199', media });
const { items } = JSON.parse(await ask('GET', 'messages?first=newest&limit=1')) as {
  items: { sid: string; media: { sid: string }[] }[];
};
await ask('GET', `messages/${items[0].sid}/media/${items[0].media[0].sid}`);
