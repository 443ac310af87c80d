import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { DEFAULT_LINE } from '../config/lines/line.js';
import { closedOf, WINDOW_MS } from '../mailbox/outbox/window.js';
import type { Conversation } from '../sessions/conversation.js';
import { WAITING_REASONS, type WaitingReason } from '../sessions/handover/handover.js';
import { MOST_UNREAD, type Overview } from './inbox/inbox.store.js';
import { HandoverView } from './handover.dto.js';
import { LastMessageView } from './last-message.dto.js';
import { UnreachableView } from './unreachable.dto.js';

/** WhatsApp's 24 hours in which free text is allowed. */
export class WindowView {
  @ApiProperty({ description: 'Free text is allowed now; else only templates are.' })
  open: boolean;
  @ApiProperty({
    format: 'date-time',
    description: "When the 24 hours since the sender's last message are over, or were.",
  })
  closes_at: string;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Milliseconds that are left of it; 0 once it is closed.',
  })
  remaining_ms: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When a text was sent that WhatsApp refused because the window was closed (63016), where its ' +
      'sender has not written since: then it is closed, whatever `closes_at` says. Null otherwise.',
  })
  refused_at: string | null;

  /** Returns the view of a window; null for a sender who never wrote by WhatsApp. */
  static of({ lastInboundAt, windowRefusedAt }: Conversation, now: number): WindowView | null {
    if (lastInboundAt === undefined) return null;
    const closed = closedOf({ lastInboundAt, refusedAt: windowRefusedAt, now });
    const refused = windowRefusedAt !== undefined && windowRefusedAt >= lastInboundAt;
    return {
      open: !closed,
      closes_at: iso(lastInboundAt + WINDOW_MS),
      remaining_ms: closed ? 0 : lastInboundAt + WINDOW_MS - now,
      refused_at: refused ? iso(windowRefusedAt) : null,
    };
  }
}

/** A conversation with one sender. */
export class ConversationView {
  @ApiProperty()
  id: string;
  @ApiProperty({ enum: ['whatsapp', 'api'], description: 'Where it is held.' })
  channel: 'whatsapp' | 'api';
  @ApiProperty({
    example: DEFAULT_LINE,
    description:
      "The business's line that it is held on: a number, a Messaging Service, or `default`.",
  })
  line: string;
  @ApiProperty({ type: [String], example: ['+15005550006'], description: 'Phones first.' })
  addresses: string[];
  @ApiProperty({ type: String, nullable: true })
  profile_name: string | null;
  @ApiProperty({ enum: ['bot', 'human'], description: 'Who answers.' })
  mode: 'bot' | 'human';
  @ApiProperty({ description: 'The sender wants nothing more, until START.' })
  opted_out: boolean;
  @ApiProperty({
    type: UnreachableView,
    nullable: true,
    description:
      'Nothing reaches the sender: nothing is sent until they write, or it is cleared. Null: they can ' +
      'be reached, as far as is known.',
  })
  unreachable: UnreachableView | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Since when its sender waits for a person, until one replies or it is released. The bot is ' +
      'silent meanwhile. Null: the sender does not wait.',
  })
  waiting_since: string | null;
  @ApiProperty({
    type: String,
    enum: WAITING_REASONS,
    nullable: true,
    description:
      'Why: the sender asked for one, complained, or sent an order; the bot was unsure again and ' +
      'again, or it is a topic of the list; a budget is spent; or the operator had them wait.',
  })
  waiting_reason: WaitingReason | null;
  @ApiProperty({
    type: HandoverView,
    nullable: true,
    description: 'The latest step to a person or back. Null: the bot always had it.',
  })
  handover: HandoverView | null;
  @ApiProperty({
    type: LastMessageView,
    nullable: true,
    description: 'What was said last. Null: nothing yet.',
  })
  last_message: LastMessageView | null;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: MOST_UNREAD,
    description: `Messages of the sender's since a person read or replied; ${MOST_UNREAD}: or more.`,
  })
  unread: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      "When WhatsApp's 24 hours since the sender's last message are over: until then free text is " +
      'allowed. Null: nobody wrote here by WhatsApp.',
  })
  window_ends_at: string | null;
  @ApiProperty({
    type: WindowView,
    nullable: true,
    description:
      'Whether free text is allowed now. Null: nobody wrote here by WhatsApp, and what is said over ' +
      'the API has no window.',
  })
  window: WindowView | null;
  @ApiProperty({
    format: 'date-time',
    description: 'When something was said last, by anybody, or else when it was begun.',
  })
  activity_at: string;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({
    format: 'date-time',
    description: 'When the sender was last heard of by WhatsApp.',
  })
  updated_at: string;

  /** Returns the view of a conversation. */
  static of(conversation: Conversation, overview: Overview, now: number): ConversationView {
    const { latest, unread } = overview;
    const { id, channel, addresses, lastInboundAt, activityAt, createdAt } = conversation;
    const { takenAt, optedOutAt, waitingSince, waitingReason, handover } = conversation;
    const { line = DEFAULT_LINE } = conversation;
    const names = addresses.map(({ profileName }) => profileName);
    return {
      id,
      channel,
      line,
      addresses: addresses.map(({ waId }) => waId),
      profile_name: names.find((name) => name) ?? null,
      mode: takenAt === undefined ? 'bot' : 'human',
      opted_out: optedOutAt !== undefined,
      unreachable: UnreachableView.of(conversation.unreachable),
      waiting_since: waitingSince === undefined ? null : iso(waitingSince),
      waiting_reason: waitingReason ?? null,
      handover: handover ? HandoverView.of(handover) : null,
      last_message: latest ? LastMessageView.of(latest) : null,
      unread,
      window_ends_at: lastInboundAt === undefined ? null : iso(lastInboundAt + WINDOW_MS),
      window: WindowView.of(conversation, now),
      activity_at: iso(activityAt),
      created_at: iso(createdAt),
      updated_at: iso(Math.max(createdAt, ...addresses.map(({ updatedAt }) => updatedAt))),
    };
  }
}

/** A page of conversations, in the order that was asked for. */
export class ConversationPage {
  @ApiProperty({ type: [ConversationView] })
  items: ConversationView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
