/** How the Recado that is to be tried is asked, as its admin. */
const { PUBLIC_URL, ADMIN_TOKEN } = process.env;
export const headers = {
  Authorization: `Bearer ${ADMIN_TOKEN}`,
  'Content-Type': 'application/json',
};

/** The text of the answer. Throws for what isn't a success. */
export async function ask(method: string, path: string, body?: object): Promise<string> {
  const url = PUBLIC_URL + path;
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text;
}

export const control = (method: string, path: string, body?: object) =>
  ask(method, `/simulator/control/${path}`, body);
