import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { SourceView } from '../chat/api/chat.dto.js';
import type { Reply } from '../chat/reply.js';
import { TracedPassage } from '../chat/trace/search-step.js';
import { Trace } from '../chat/trace/trace.js';
import { Exact, Readable } from '../http/validation.js';
import { ENOUGH } from '../knowledge/search/passage.js';

/** A question that is tried. */
@Exact()
export class TriedQuestion {
  @ApiProperty({ minLength: 1, pattern: '[^\\s\\u0000]', example: 'When do you open on Sundays?' })
  @Readable()
  @Matches(/\S/, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  question: string;
}

/** What a sender would be told who asks it as their first question, and why. */
export class TriedAnswer {
  @ApiProperty({ description: 'Markdown.', example: 'On Sundays we open from 9:00 to 14:00.' })
  answer: string;
  @ApiProperty({ type: [String], description: 'The WhatsApp messages that it would be sent as.' })
  parts: string[];
  @ApiProperty({ enum: ['llm', 'extractive', 'fallback'], description: 'As in a chat.' })
  mode: Reply['mode'];
  @ApiProperty({ description: 'The sender would wait for a person from then on.' })
  handover: boolean;
  @ApiProperty({ type: [SourceView], description: 'What the answer is made from.' })
  sources: SourceView[];
  @ApiProperty({
    type: [TracedPassage],
    description: 'What was found, best first, each passage once; none where nothing was searched.',
  })
  passages: TracedPassage[];
  @ApiProperty({ description: 'A passage of less relevance reaches no prompt and no customer.' })
  threshold: number;
  @ApiProperty({ type: Trace, description: 'How it was made, step by step.' })
  trace: Trace;

  static of({ text, mode, sources, handover, trace }: Reply, parts: string[]): TriedAnswer {
    return {
      answer: text,
      parts,
      mode,
      handover: !!handover,
      sources: sources.map((source) => SourceView.of(source)),
      passages: foundIn(trace),
      threshold: ENOUGH,
      trace,
    };
  }
}

/** What all searches of the documents found: of a passage that several found, what is most. */
function foundIn({ steps }: Trace): TracedPassage[] {
  const searches = steps.filter((step) => step.kind === 'search' && step.in === 'documents');
  const found = searches.flatMap((step) => ('passages' in step ? step.passages : []));
  const best = new Map<string, TracedPassage>();
  for (const passage of found.toSorted((a, b) => a.relevance - b.relevance))
    best.set(`${passage.document_id}#${passage.position}`, passage);
  return [...best.values()].sort((a, b) => b.relevance - a.relevance);
}
