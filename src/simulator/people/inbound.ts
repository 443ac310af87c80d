import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Problem } from '../../http/problems/problem.js';
import { Arrivals } from './arrivals.js';
import { InboundAnswer } from './inbound-answer.dto.js';
import { typeOf } from './inbound-form.js';
import type { InboundMessage } from './inbound-message.dto.js';
import type { InboundContact, InboundMedia } from './inbound-parts.dto.js';
import { MediaStore } from '../ledger/media.store.js';
import { bare, INBOUND, type Message, newSid, saidIn } from '../ledger/message.js';
import { Messages } from '../ledger/messages.js';
import { SimulatorOptions } from '../simulator.options.js';

/** People writing to the business: each message becomes a signed webhook. */
@Injectable()
export class Inbound {
  /** Messages on their way into the ledger, so that the same SID twice at once is kept once. */
  private readonly arriving = new Map<string, Promise<Message>>();

  constructor(
    private readonly messages: Messages,
    private readonly media: MediaStore,
    private readonly arrivals: Arrivals,
    private readonly options: SimulatorOptions,
    private readonly clock: Clock,
  ) {}

  /** Sends it as often as asked, one after the other; a SID that was sent before is a repeat. */
  async send(given: InboundMessage): Promise<InboundAnswer> {
    const arrival = this.arrivals.plan(given);
    const message = await this.received(given);
    return InboundAnswer.of(message.sid, await this.arrivals.bring(arrival, message, given));
  }

  /** Sends several at once. */
  sendAll(messages: InboundMessage[]): Promise<InboundAnswer[]> {
    return Promise.all(messages.map((message) => this.send(message)));
  }

  private async received(given: InboundMessage): Promise<Message> {
    const sid = given.message_sid ?? newSid(filesOf(given).length ? 'MM' : 'SM');
    const known = this.messages.find(sid);
    if (known?.direction === 'outbound') {
      throw new Problem(409, 'Conflict', 'message_sid is of a message that the business sent.');
    }
    // A repeat may say something else than the first time: it is sent, but not kept.
    if (known) return { ...known, ...this.contentOf(given) };
    const arriving = this.arriving.get(sid) ?? this.receive(sid, given);
    this.arriving.set(sid, arriving);
    return arriving.finally(() => this.arriving.delete(sid));
  }

  private async receive(sid: string, given: InboundMessage): Promise<Message> {
    const now = this.clock.now();
    const media = await this.keep(given);
    const times = { createdAt: now, updatedAt: now, sentAt: now };
    const message: Message = { sid, ...this.contentOf(given), ...times, media, ...INBOUND };
    await this.messages.add(message);
    return message;
  }

  private contentOf(given: InboundMessage) {
    const { from, to, body = '', external_user_id: userId } = given;
    const externalUserId = userId === undefined ? null : `whatsapp:${bare(userId)}`;
    const said = { ...saidIn(given), message_type: given.message_type ?? typeOf(given) };
    const number = to === undefined ? this.options.from : `whatsapp:${bare(to)}`;
    return { from: `whatsapp:${bare(from)}`, to: number, body, externalUserId, said };
  }

  private async keep(given: InboundMessage): Promise<Message['media']> {
    const files = filesOf(given).map((file) => ({ ...file, sid: newSid('ME') }));
    for (const { sid, base64 } of files) await this.media.save(sid, Buffer.from(base64, 'base64'));
    return files.map(({ sid, content_type: contentType }) => ({ sid, contentType, url: null }));
  }
}

/** The files of a message: those that are given, and a vCard for each contact. */
function filesOf({ media = [], contacts = [] }: InboundMessage): InboundMedia[] {
  return [...media, ...contacts.map(vCardOf)];
}

function vCardOf({ name, phone }: InboundContact): InboundMedia {
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...(phone ? [`TEL:${phone}`] : [])];
  const text = [...lines, 'END:VCARD', ''].join('\r\n');
  return { content_type: 'text/vcard', base64: Buffer.from(text).toString('base64') };
}
