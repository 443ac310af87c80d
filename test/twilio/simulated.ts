import twilio from 'twilio';
import { Emulator, twilioAt } from '../support/twilio/emulator.js';
import { madeTemplate } from '../support/twilio/templates.js';
import { until } from '../support/until.js';

export const PERSON = 'whatsapp:+12025550123';
export const SERVICE = `MG${'a'.repeat(32)}`;
export const DAY = 24 * 3_600_000;
/** Of the webhook's address: characters that clients like to write anew. */
export const QUERY = "?part=1&next=%2Fa%20b&attempt=a'b";
/** Of the SharedKey that the simulator signs with. */
export const SECRET = 'its-secret';

type Fields = Partial<Parameters<twilio.Twilio['messages']['create']>[0]>;

export const ago = (ms: number) => new Date(Date.now() - ms);

/** The simulator as Twilio's Node helper library sees it, with messages that were sent before. */
export class Simulated {
  /** The SID of an inbound message with a file. */
  voice: string;
  /** The SID of a message that was delivered. */
  first: string;
  /** The ContentSid of an approved template: "Hi {{1}}!". */
  template: string;
  /** The SID of a message that is scheduled. */
  waiting: string;
  /** The SID of a message that nobody got, and of the inbound one's file. */
  lost: string;
  file: string;

  private constructor(
    readonly emulator: Emulator,
    readonly client: twilio.Twilio,
  ) {}

  static async start(): Promise<Simulated> {
    const webhookUrl = (): string => `${emulator.receiver.address}/webhook${QUERY}#rc=2`;
    const sharedKey = { id: 'webhooks_sharedkey_1', secret: SECRET };
    const emulator = await Emulator.start({ webhookUrl, sharedKey });
    const simulated = new Simulated(emulator, emulator.client);
    const media = [{ content_type: 'audio/ogg', base64: 'aGk=' }];
    const given = { name: 'hi', body: 'Hi {{1}}!', variables: { 1: 'you' } };
    simulated.template = await madeTemplate(emulator, given);
    simulated.voice = await simulated.write({ body: 'listen', media });
    simulated.first = await simulated.delivered('first');
    await simulated.delivered('second');
    await simulated.lose();
    simulated.waiting = (await simulated.scheduled(DAY)).sid;
    return simulated;
  }

  get account(): string {
    return this.emulator.options.accountSid;
  }

  get from(): string {
    return this.emulator.options.from;
  }

  /** A message to the person, by our number unless it is said otherwise. */
  create(fields: Fields) {
    const from = fields.messagingServiceSid ? undefined : this.from;
    return this.client.messages.create({ to: PERSON, from, ...fields });
  }

  scheduled(inMs: number) {
    const sendAt = ago(-inMs);
    const by = { messagingServiceSid: SERVICE, scheduleType: 'fixed' as const };
    return this.create({ ...by, body: 'Later', sendAt });
  }

  /** Somebody writes to the business; gives the message's SID. */
  async write(message: object): Promise<string> {
    const sent = { from: PERSON, ...message };
    return (await this.emulator.control<{ sid: string }>('POST', '/messages', sent)).body.sid;
  }

  /** What a call gives while creating messages goes wrong. */
  async faulty<T>(create: object, call: () => Promise<T>): Promise<T> {
    await this.emulator.control('PUT', '/faults', { create });
    return call().finally(() => this.emulator.control('PUT', '/faults', {}));
  }

  stranger(): twilio.Twilio {
    return twilioAt(this.emulator.address, this.account, 'wrong');
  }

  async bodies(query: object): Promise<string[]> {
    return (await this.client.messages.list({ to: PERSON, ...query })).map(({ body }) => body);
  }

  page() {
    return this.client.messages.page({ to: PERSON, pageSize: 2 });
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  private delivered(body: string): Promise<string> {
    return this.ended({ body }, 'delivered');
  }

  /** Nobody can be written to who didn't write before. */
  private async lose(): Promise<void> {
    this.lost = await this.ended({ to: 'whatsapp:+12025550188', body: 'lost' }, 'undelivered');
    [{ sid: this.file }] = await this.client.messages(this.voice).media.list();
  }

  private async ended(fields: Fields, as: string): Promise<string> {
    const { sid } = await this.create(fields);
    const status = async () => (await this.client.messages(sid).fetch()).status;
    await until(async () => (await status()) === as, 20_000);
    return sid;
  }
}
