import type { TestApp } from '../../support/app.js';
import { until } from '../../support/until.js';

const PHONE = '+12025550186';
export const USER_ID = 'US.13491208655302748888';
export const SAID = 'zanzibarian';
export const NAME = 'Quillfeather';
export const [HEARD, SEEN, FILED] = ['tamarindnote', 'wisteriasign', 'marzipanfile'];
/** What must be found nowhere once they are erased. */
export const CANARIES = [PHONE.slice(1), USER_ID.slice(3), SAID, NAME, HEARD, SEEN, FILED];
export const CONVERSATIONS = '/api/v1/conversations';

/** Milliseconds in which all comes to its end. */
export const SOON_MS = 30_000;

/** Somebody who writes, and the operator who sees to it. */
export class Person {
  readonly from = `whatsapp:${PHONE}`;
  /** Their conversation on the default line. */
  id: string;

  constructor(protected readonly app: TestApp) {}

  protected async reply(text: string): Promise<string> {
    return (await this.ask('post', `${CONVERSATIONS}/${this.id}/reply`, { text }, 201)).body.id;
  }

  protected async sends(content_type: string, file: Buffer, body = ''): Promise<void> {
    await this.writes({ body, media: [{ content_type, base64: file.toString('base64') }] });
    if (body) await this.ends(body);
  }

  protected async writes(message: object): Promise<void> {
    const given = { from: this.from, profile_name: NAME, ...message };
    const { status } = await this.app.emulator.control('POST', '/messages', given);
    if (status !== 200) throw new Error(`the emulator takes no such message: ${status}`);
  }

  protected async says(text: string, more = {}): Promise<string> {
    const known = { ProfileName: NAME, ExternalUserId: `whatsapp:${USER_ID}` };
    this.id = await this.app.write(this.from, text, { ...known, ...more });
    await this.ends(text);
    return this.id;
  }

  protected async ends(text: string): Promise<void> {
    const outcome = async () =>
      (await this.app.outcomes(this.id)).findLast(([said]) => said === text)?.[1] ?? false;
    await until(outcome, SOON_MS);
  }

  protected ask(method: 'get' | 'post' | 'put', path: string, body?: object, status = 200) {
    return this.app.admin(method, path, body).expect(status);
  }
}
