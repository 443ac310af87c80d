import { readFileSync } from 'node:fs';
import { writeTo } from '../../lines/writing.js';
import type { OtherSystems } from '../../support/announcing/other-systems.js';
import type { TestApp } from '../../support/app.js';
import { aSid } from '../../support/stores/mailboxes.js';
import { until } from '../../support/until.js';
import { madeTemplate } from '../../support/twilio/templates.js';
import {
  CONVERSATIONS,
  FILED,
  HEARD,
  NAME,
  Person,
  SAID,
  SEEN,
  SOON_MS,
  USER_ID,
} from './person.js';

/** What an operator has made their own, by approving it, and by correcting an answer. */
export const APPROVED = {
  question: 'Do you sell gliders?',
  answer: 'Yes, behind the quagmirehill.',
};
export const CORRECTED = { question: 'How much is the rarebit?', answer: 'It costs 4 €.' };
export const OTHER_LINE = '+15005550177';

const NOTE = Buffer.from('OggS\0\x02......................OpusHead', 'latin1');
const PICTURE = readFileSync('test/support/files/hours.png');

/** What an app is started with in which somebody can live so. */
export const SETTINGS = {
  MODEL_PRICES: 'obedient=1/1',
  MESSAGE_PRICES: '',
  RATE_LIMIT_PER_MINUTE: '100',
  TRANSCRIPTION_MODEL: 'ears',
  VISION_MODEL: 'eyes',
  WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
  MAIL_FROM: 'recado@shop.example',
  MAIL_TO: 'team@shop.example',
};

/** Somebody to whom happens all that can happen to who writes. */
export class RichLife extends Person {
  constructor(
    app: TestApp,
    private readonly systems: OtherSystems,
  ) {
    super(app);
  }

  async live(): Promise<void> {
    await this.isTold('/waiting', 503);
    await this.isTold('/given-up', 410);
    await this.app.writer(this.from);
    await this.isTwoAtFirst();
    await this.isJudged();
    await this.sendsFiles();
    await this.isReplied();
    await this.taps();
    await this.getsMore();
    await this.writesToAnotherLine();
    await this.isToldOf();
    await this.says('STOP');
    await this.says(`Silent ${SAID}`);
  }

  /** The ids of their messages, and of what was answered. */
  async messageIds(): Promise<string[]> {
    return (await this.app.messages(this.id)).map(({ id }) => id);
  }

  /** Where Twilio's side has them write to. */
  async otherConversation(): Promise<string> {
    const { body } = await this.ask(
      'get',
      `${CONVERSATIONS}?line=${encodeURIComponent(OTHER_LINE)}`,
    );
    return body.items[0].id;
  }

  /** A system that hears of everything, and answers so. */
  private async isTold(path: string, status: number): Promise<void> {
    this.systems.answers.set(path, status);
    const types = ['message.received', 'message.failed', 'conversation.waiting'];
    await this.ask('post', '/api/v1/webhooks', { url: this.systems.at(path), types }, 201);
  }

  /** Two conversations, which turn out to be one person's. */
  private async isTwoAtFirst(): Promise<void> {
    await this.app.write(`whatsapp:${USER_ID}`, `First ${SAID}`, { ProfileName: NAME });
    await this.app.write(this.from, `Second ${SAID}`, { ProfileName: NAME });
    this.id = await this.says(`Do you have anything ${SAID}?`);
  }

  private async isJudged(): Promise<void> {
    const sid = aSid();
    await this.says(`How much is ${SAID}?`, { MessageSid: sid });
    const message = `/api/v1/messages/${sid}`;
    await this.ask('post', `${message}/feedback`, { verdict: 'down', note: SAID });
    await this.ask('post', `${message}/evaluation`, { must: [SAID] }, 201);
    await this.ask('put', `${message}/correction`, CORRECTED);
    await this.ask('post', `${message}/replay`);
  }

  private async sendsFiles(): Promise<void> {
    const { model } = this.app;
    [model.hears, model.sees] = [`Do you have ${HEARD}?`, `A sign that says ${SEEN}.`];
    await this.sends('audio/ogg', NOTE);
    await this.ends(model.hears);
    await this.sends('image/png', PICTURE, `What is on this ${SAID} picture?`);
    const file = Buffer.from(`The ${FILED} says that ${SAID} costs 3 €.`);
    await this.sends('text/plain', file, `See ${SAID}`);
    await this.app.faults({ create: { mode: 'refuse', error_code: 21211 } });
    await this.says(`What fails of ${SAID}?`);
    await this.app.faults({});
  }

  /** Asked, and left open; approved, and not yet. */
  private async isReplied(): Promise<void> {
    await this.says(`I want to speak to a person about ${SAID}`);
    await this.reply(`About ${SAID}`);
    await this.ask('post', `${CONVERSATIONS}/${this.id}/takeover`);
    await this.says(`Do you repair ${SAID} bicycles?`);
    await this.reply(`Yes, ${SAID} ones, for ${NAME} only.`);
    await this.says(APPROVED.question);
    const approved = await this.reply(APPROVED.answer);
    await this.ask('post', `${CONVERSATIONS}/${this.id}/release`);
    await this.ask('post', `/api/v1/knowledge/suggestions/${approved}/approve`, {}, 201);
  }

  private async taps(): Promise<void> {
    await this.app.configure({ reply_buttons: 'on', language: 'en' });
    await this.says("That's not what I asked.");
    await this.writes({ body: 'No', button_text: 'No', button_payload: 'No' });
    await this.ends('No');
    const title = `The ${SAID} topic`;
    await this.writes({ body: title, list_title: title, list_id: title });
    await this.ends(title);
  }

  private async getsMore(): Promise<void> {
    const given = {
      name: 'order_ready',
      body: 'Hello {{1}}, it is ready.',
      variables: { 1: 'Ana' },
    };
    const content_sid = await madeTemplate(this.app.emulator, given);
    const template = { content_sid, variables: { 1: NAME } };
    await this.ask('post', `${CONVERSATIONS}/${this.id}/template`, template, 201);
    const to = encodeURIComponent(this.from);
    await this.ask('post', `/api/v1/whatsapp/send-test?to=${to}&text=${SAID}`);
    await this.ask('get', `${CONVERSATIONS}/${this.id}/export`);
  }

  private async writesToAnotherLine(): Promise<void> {
    await this.ask('put', `/api/v1/lines/${OTHER_LINE}/config`, { name: 'Valencia' });
    await writeTo(this.app, this.from, `whatsapp:${OTHER_LINE}`, `On another line: ${SAID}`);
    const id = await this.otherConversation();
    await until(async () => (await this.app.outcomes(id))[0]?.[1] === 'answered', SOON_MS);
  }

  /** News of them waits, was given up, and a mail about them was refused. */
  private async isToldOf(): Promise<void> {
    const deliveries = async (query: string) =>
      (await this.ask('get', `/api/v1/webhook-deliveries?limit=200&${query}`)).body.items;
    const kinds = async () =>
      (await deliveries('state=waiting')).map(({ kind }: { kind: string }) => kind);
    await until(async () => new Set(await kinds()).size === 2, SOON_MS);
    await until(async () => (await deliveries('state=failed')).length > 0, SOON_MS);
  }
}
