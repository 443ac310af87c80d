import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import { iso } from '../clock.js';
import { Exact } from '../http/validation.js';
import { CuratedAnswerRequest } from '../knowledge/answers/curated-answer.dto.js';
import type { Suggestion } from './suggestion.js';

/** A question that the bot left open, and what a person replied. */
export class SuggestedReply {
  @ApiProperty({ format: 'uuid', description: "The reply's id." })
  reply_id: string;
  @ApiProperty()
  conversation_id: string;
  @ApiProperty({ example: 'Do you repair bicycles?' })
  question: string;
  @ApiProperty({ example: 'Yes, on Mondays.' })
  answer: string;
  @ApiProperty({ format: 'date-time' })
  replied_at: string;

  static of({ replyId, conversationId, text, answer, repliedAt }: Suggestion): SuggestedReply {
    const ids = { reply_id: replyId, conversation_id: conversationId };
    return { ...ids, question: text, answer, replied_at: iso(repliedAt) };
  }
}

/** What people replied to questions that ask the same. It is used for nothing until it is approved. */
export class SuggestionView {
  @ApiProperty({ format: 'uuid', description: 'Of its latest reply. Any reply of it names it.' })
  id: string;
  @ApiProperty({ type: 'integer', description: 'How often it was answered by a person.' })
  times: number;
  @ApiProperty({ type: [String], description: 'The question in its wordings, the latest first.' })
  questions: string[];
  @ApiProperty({ description: 'The latest reply.' })
  answer: string;
  @ApiProperty({ type: [SuggestedReply], description: 'The latest first; at most 20.' })
  replies: SuggestedReply[];

  static of(group: Suggestion[]): SuggestionView {
    const latest = group.toSorted((a, b) => b.repliedAt - a.repliedAt);
    return {
      id: latest[0].replyId,
      times: latest.length,
      questions: wordingsOf(latest),
      answer: latest[0].answer,
      replies: latest.slice(0, 20).map(SuggestedReply.of),
    };
  }
}

/** The wordings of a question, each once, as many as a curated answer takes. */
export function wordingsOf(group: Suggestion[]): string[] {
  return [...new Set(group.flatMap(({ text }) => text.split('\n')))].slice(0, 20);
}

/** The suggestions about which nobody has decided, the most frequent first. */
export class SuggestionList {
  @ApiProperty({ type: [SuggestionView], description: 'Of the latest 500 replies; at most 100.' })
  items: SuggestionView[];
}

/** What the curated answer is to say. What is left out is as it was asked and replied. */
@Exact()
export class Approval extends PartialType(
  PickType(CuratedAnswerRequest, ['questions', 'answer'] as const),
  { skipNullProperties: false },
) {}
