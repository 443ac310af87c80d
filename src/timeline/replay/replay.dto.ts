import { ApiProperty } from '@nestjs/swagger';
import { SourceView } from '../../chat/api/chat.dto.js';
import type { Reply } from '../../chat/reply.js';
import { UsageProperty, type UsageView, usageView } from '../../chat/usage/usage.dto.js';
import { iso } from '../../clock.js';
import { modeOf, type Story } from '../story/story.js';

/** What would be answered now. */
export class RehearsedAnswer {
  @ApiProperty({ description: 'Markdown. Empty: nothing would be said, as to a reaction.' })
  text: string;
  @ApiProperty({ enum: ['llm', 'extractive', 'fallback'], nullable: true })
  mode: Reply['mode'] | null;
  @ApiProperty({ type: [SourceView] })
  sources: SourceView[];
  @ApiProperty({ type: [String], description: 'The WhatsApp messages that it would be sent as.' })
  parts: string[];
  @ApiProperty({ description: 'The sender would wait for a person from then on.' })
  handover: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What failed as it was made.' })
  error: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Milliseconds of each stage, and of all of them.',
  })
  timings: Record<string, number>;
  @UsageProperty('What models used for it; null: none did.')
  usage: UsageView | null;

  static of(reply: Reply | undefined, parts: string[]): RehearsedAnswer {
    return {
      text: reply?.text ?? '',
      mode: reply?.mode ?? null,
      sources: (reply?.sources ?? []).map((source) => SourceView.of(source)),
      parts,
      handover: !!reply?.handover,
      error: reply?.error ?? null,
      timings: reply?.trace.timings ?? {},
      usage: usageView(reply?.usage),
    };
  }
}

/** What was answered. */
export class FormerAnswer {
  @ApiProperty({ description: 'Markdown.' })
  text: string;
  @ApiProperty({ type: [String], description: 'The WhatsApp messages that it was made into.' })
  parts: string[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As above, or `person`; null where it is not known.',
  })
  mode: string | null;
  @ApiProperty({ type: [SourceView] })
  sources: SourceView[];
  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** `split` gives the messages of an answer that was not sent by WhatsApp. */
  static of(story: Story, split: (text: string) => string[]): FormerAnswer | null {
    const { answer, turn } = story;
    if (!answer) return null;
    const sources = (turn?.sources ?? []).map((source) => SourceView.of(source));
    const { text, createdAt } = answer;
    const sent = turn?.parts.map(({ body }) => body);
    return {
      text,
      parts: sent ?? split(text),
      mode: modeOf(story) ?? null,
      sources,
      created_at: iso(createdAt),
    };
  }
}

/** What was asked, what was answered, and what would be answered now. */
export class ReplayView {
  @ApiProperty({ type: [String], description: 'What the sender wrote, as the chat was asked it.' })
  asked: string[];
  @ApiProperty({ type: FormerAnswer, nullable: true, description: 'Null where nothing was said.' })
  former: FormerAnswer | null;
  @ApiProperty({ type: RehearsedAnswer })
  answer: RehearsedAnswer;
  @ApiProperty({ description: 'Both have the same text.' })
  same: boolean;
}
