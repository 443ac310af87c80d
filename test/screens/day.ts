import type { Console } from '../browser/console.fixture.js';
import { until } from '../support/until.js';

/** What a screen is opened at. */
export interface Day {
  /** A message that was answered. */
  sid: string;
  /** The conversation of it. */
  conversation: string;
}

const A_WHILE_MS = 30_000;

const PEOPLE: [phone: string, name: string, texts: string[]][] = [
  ['+12025550120', 'Guest 1', ['Do you have gluten free bread?', 'And on Saturdays?']],
  ['+12025550121', 'Guest 2', ['¿A qué hora abren los domingos?', 'Gracias']],
  ['+12025550122', 'Guest 3', ['Do you sell wedding cakes?', 'I want to talk to a person']],
  ['+12025550123', 'Guest 4', ['What time do you open on Sundays?', 'How much is a baguette?']],
];

/** Some people ask, and one answer fails. */
export async function aDay(app: Console): Promise<Day> {
  const call = async <T>(method: string, path: string, body?: object) =>
    (await app.recado.call(method, path, body)).json() as Promise<T>;
  const write = (from: string, profile_name: string, body: string, to?: string) =>
    call<{ sid: string }>('POST', '/simulator/control/messages', {
      from: `whatsapp:${from}`,
      profile_name,
      body,
      to,
    });
  const settled = (sid: string) =>
    until(async () => {
      type Timeline = { outcome: string | null; conversation: { id: string } };
      const told = await call<Timeline>('GET', `/api/v1/messages/${sid}/timeline`);
      return told.outcome ? told : undefined;
    }, A_WHILE_MS);
  let sid = '';
  for (const [phone, name, texts] of PEOPLE)
    for (const text of texts) {
      ({ sid } = await write(phone, name, text));
      await settled(sid);
    }
  await call('PUT', '/simulator/control/faults', { create: { mode: 'refuse', error_code: 63016 } });
  await settled((await write('+12025550124', 'Guest 5', 'Do you deliver?')).sid);
  await call('PUT', '/simulator/control/faults', {});
  await call('PUT', '/api/v1/lines/+15005550077/config', { name: 'Valencia', bot_name: 'Luz' });
  await write('+12025550125', 'Guest 6', 'Are you open?', 'whatsapp:+15005550078');
  const { items } = await call<{ items: { id: string }[] }>(
    'GET',
    '/api/v1/conversations?wa_id=%2B12025550123',
  );
  return { sid, conversation: items[0].id };
}
