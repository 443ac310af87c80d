/** Where a Content API is, and whose. */
interface ContentApi {
  address: string;
  options: { accountSid: string; authToken: string };
}

/** A template at the emulator, as somebody would have made it in Twilio's console. */
export interface GivenTemplate {
  name: string;
  body: string;
  language?: string;
  variables?: Record<string, string>;
  /** Asked to be approved, which the emulator does at once. */
  submitted?: boolean;
}

/** Makes a template, and returns its ContentSid. */
export async function madeTemplate(emulator: ContentApi, given: GivenTemplate): Promise<string> {
  const { name, body, language = 'en', variables, submitted = true } = given;
  const types = { 'twilio/text': { body } };
  const content = { friendly_name: name, language, variables, types };
  const { sid } = await atContent<{ sid: string }>(emulator, 'POST', '/Content', content);
  const asked = { name, category: 'UTILITY' };
  if (submitted)
    await atContent(emulator, 'POST', `/Content/${sid}/ApprovalRequests/whatsapp`, asked);
  return sid;
}

/** The templates and resources that the account has. */
export async function contentsAt(emulator: ContentApi) {
  type Listed = { contents: { sid: string; friendly_name: string }[] };
  return (await atContent<Listed>(emulator, 'GET', '/Content?PageSize=500')).contents;
}

/** Asks the emulator's Content API, as its account. Throws for what it refuses. */
export async function atContent<T = Record<string, unknown>>(
  { address, options }: ContentApi,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const pair = Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64');
  const headers = { Authorization: `Basic ${pair}`, 'Content-Type': 'application/json' };
  const sent = body && JSON.stringify(body);
  const response = await fetch(`${address}/v1${path}`, { method, headers, body: sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
