import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Message } from '../chat/messages/message.js';
import { UsageProperty, type UsageView, usageView } from '../chat/usage/usage.dto.js';
import { iso } from '../clock.js';
import { Page } from '../http/page.js';
import type { Part } from '../mailbox/turns/part.js';
import { type Outcome, OUTCOMES, type Turn } from '../mailbox/turns/turn.js';

/** Why something was not sent, if it was not. */
export class SendErrorView {
  @ApiProperty({ type: Number, nullable: true, description: "Twilio's error code." })
  error_code: number | null;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
}

/** One of the WhatsApp messages that an answer is sent as. */
export class PartView extends SendErrorView {
  @ApiProperty({ enum: ['pending', 'sending', 'accepted', 'dead', 'uncertain', 'stopped'] })
  state: string;
  @ApiProperty({ description: 'As it is sent, in the form of WhatsApp.' })
  text: string;
  @ApiProperty({ type: String, nullable: true, description: "Twilio's MessageSid." })
  sid: string | null;
  @ApiProperty({ type: String, nullable: true, description: "Twilio's latest status." })
  status: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The ContentSid of the template that it is sent as; null for a text.',
  })
  content_sid: string | null;
  @ApiProperty({
    type: [String],
    description: 'What can be tapped below it, unless it went out as a text alone.',
  })
  choices: string[];
  @ApiProperty({ type: String, nullable: true, description: 'What to do about the error.' })
  action: string | null;

  /** Returns the view of a part. */
  static of({ state, body, content, sid, status, error }: Part): PartView {
    return {
      state,
      text: body,
      content_sid: content?.template?.sid ?? null,
      choices: content?.choices ?? [],
      sid: sid ?? null,
      status: status ?? null,
      error_code: error?.code ?? null,
      error: error?.message ?? null,
      action: error?.action ?? null,
    };
  }
}

/** A message of a conversation. */
export class MessageView {
  @ApiProperty()
  id: string;
  @ApiProperty({ enum: ['inbound', 'outbound'] })
  direction: 'inbound' | 'outbound';
  @ApiProperty({ enum: ['whatsapp', 'api'] })
  source: string;
  @ApiProperty()
  text: string;
  @ApiProperty({
    enum: OUTCOMES,
    nullable: true,
    description: 'What became of it; null while it is in work, and of what the chat API asked.',
  })
  outcome: Outcome | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Who answered: person, or how the bot did (llm, extractive, fallback, follow_up, …). Null for what the ' +
      'sender wrote, and in the chat API.',
  })
  mode: string | null;
  @ApiProperty({ type: [PartView], description: 'For an outbound message: as it was sent.' })
  parts: PartView[];
  @UsageProperty('What models used for the answer; null where none did, and of the chat API.')
  usage: UsageView | null;
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'Its kind, where it is no plain text; media and what was read of them, location, button, …',
  })
  details: unknown;
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** Returns the view of a message. `turn` is the turn that covers it or that it answers with. */
  static of(message: Message, turn: Turn | undefined): MessageView {
    const inbound = message.role === 'user';
    return {
      id: message.id,
      direction: inbound ? 'inbound' : 'outbound',
      source: message.source,
      text: message.text,
      outcome: turn?.outcome ?? null,
      mode: (!inbound && turn?.mode) || null,
      parts: inbound || !turn ? [] : turn.parts.map(PartView.of),
      usage: inbound ? null : usageView(turn?.usage),
      details: message.details ?? null,
      created_at: iso(message.createdAt),
    };
  }
}

/** Selects the messages to list. */
export class MessageQuery extends Page {
  @ApiPropertyOptional({
    enum: ['oldest', 'newest'],
    default: 'oldest',
    description: 'Which come first. A cursor is of one order.',
  })
  @IsOptional()
  @IsIn(['oldest', 'newest'], { message: 'must be oldest or newest' })
  first?: 'oldest' | 'newest';
}

/** A page of messages, in the order that was asked for. */
export class MessagePage {
  @ApiProperty({ type: [MessageView] })
  items: MessageView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
