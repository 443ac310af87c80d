/**
 * Gives a Recado that is to be tried something to find, conversations and failures in them, and does
 * what can't be made up from the document.
 */
import { ask, control, headers } from './asking.js';

const { PUBLIC_URL } = process.env;
const PEOPLE = 60;

await control('PUT', 'faults', { create: { mode: 'refuse' } });
for (let n = 0; n < PEOPLE; n++)
  await control('POST', 'messages', { from: `whatsapp:+120255501${10 + n}`, body: 'Hola' });
await control('PUT', 'faults', {});

// A made-up SID is of no file: this one is fetched here.
const media = [{ content_type: 'text/plain', base64: 'SGVsbG8=' }];
await control('POST', 'messages', { from: 'whatsapp:+12025550199', media });
const theirs = 'messages?conversation=%2B12025550199&first=oldest&limit=1';
const { items } = JSON.parse(await control('GET', theirs)) as {
  items: { sid: string; media: { sid: string }[] }[];
};
await control('GET', `messages/${items[0].sid}/media/${items[0].media[0].sid}`);

// Messages have no list of their own: what became of this one is shown here, and it is asked again.
const written = { from: 'whatsapp:+12025550198', body: 'When do you open?' };
const message = JSON.parse(await control('POST', 'messages', written)) as { sid: string };
await ask('GET', `/api/v1/messages/${message.sid}/timeline`);
await ask('POST', `/api/v1/messages/${message.sid}/replay`);

// Nor have answers: this one is looked at, judged, corrected, and made two cases of.
const answered = `/api/v1/messages/${message.sid}`;
while (!(JSON.parse(await ask('GET', `${answered}/answer`)) as { answer: string | null }).answer);
await ask('POST', `${answered}/feedback`, { verdict: 'up' });
const correction = { question: 'When do you close?', answer: 'At *eight*.' };
await ask('PUT', `${answered}/correction`, correction);
for (const must of ['9:00', '14:00']) await ask('POST', `${answered}/evaluation`, { must: [must] });
await ask('GET', '/api/v1/evaluation');

// Most conversations have nothing to save: this one has.
const scenario = 'conversations: [{ turns: [{ ask: Hello }] }]';
const begun = JSON.parse(
  await ask('POST', '/api/v1/rehearsals', { name: 'hello.yaml', scenario }),
) as { id: string };
type Played = { state: string; turns: { conversation_id: string }[] };
let played: Played;
do {
  played = JSON.parse(await ask('GET', `/api/v1/rehearsals/${begun.id}`)) as Played;
} while (played.state === 'running');
const talk = `/api/v1/conversations/${played.turns[0].conversation_id}`;
await ask('GET', `${talk}/scenario`);
await ask('POST', `${talk}/read`);

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
