/** Does what takes another system, another number, a template or a person, and can't be made up. */
import { ask, control } from './asking.js';
import { madeTemplate } from '../support/twilio/templates.js';

const { PUBLIC_URL, SIMULATOR_ACCOUNT_SID, SIMULATOR_AUTH_TOKEN } = process.env;

const line = '/api/v1/lines/%2B15005550006';
await ask('PUT', `${line}/config`, { name: 'Another shop' });
await ask('GET', `${line}/config`);
await ask('DELETE', line);

const token = { name: 'For a while', scope: 'read' };
const { id } = JSON.parse(await ask('POST', '/api/v1/tokens', token)) as { id: string };
await ask('DELETE', `/api/v1/tokens/${id}`);

// Nothing listens there: the test says so, and is a success all the same.
const url = 'http://localhost:9/hook';
const endpoint = JSON.parse(
  await ask('POST', '/api/v1/webhooks', { url, types: ['message.received'] }),
) as { id: string };
await ask('GET', `/api/v1/webhooks/${endpoint.id}`);
await ask('POST', `/api/v1/webhooks/${endpoint.id}/test`);
await ask('DELETE', `/api/v1/webhooks/${endpoint.id}`);

/** Somebody asks, and a person answers: the conversation's id. */
async function answeredByPerson(phone: string, question: string): Promise<string> {
  await control('POST', 'messages', { from: `whatsapp:${phone}`, body: 'Hello' });
  const list = await ask('GET', `/api/v1/conversations?wa_id=${encodeURIComponent(phone)}`);
  const { items } = JSON.parse(list) as { items: { id: string }[] };
  const path = `/api/v1/conversations/${items[0].id}`;
  await ask('POST', `${path}/takeover`);
  await control('POST', 'messages', { from: `whatsapp:${phone}`, body: question });
  const outcomes = async () => {
    const said = JSON.parse(await ask('GET', `${path}/messages?limit=200`)) as {
      items: { outcome: string | null }[];
    };
    return said.items.map(({ outcome }) => outcome);
  };
  while (!(await outcomes()).includes('human'));
  await ask('POST', `${path}/reply`, { text: 'Yes.' });
  return path;
}

const talk = await answeredByPerson('+12025550196', 'Do you have a lift for wheelchairs?');
await answeredByPerson('+12025550197', 'Is there a carousel?');
const suggestions = '/api/v1/knowledge/suggestions';
const { items } = JSON.parse(await ask('GET', suggestions)) as { items: { id: string }[] };
await ask('POST', `${suggestions}/${items[0].id}/approve`, {});
await ask('POST', `${suggestions}/${items[1].id}/dismiss`);

const simulator = {
  address: `${PUBLIC_URL}/simulator`,
  options: { accountSid: SIMULATOR_ACCOUNT_SID!, authToken: SIMULATOR_AUTH_TOKEN! },
};
const content_sid = await madeTemplate(simulator, { name: 'ready', body: 'Your order is ready.' });
await ask('GET', '/api/v1/templates?fresh=true');
await ask('POST', `${talk}/template`, { content_sid });
