import { ApiProperty } from '@nestjs/swagger';

const TEXT = { type: String, nullable: true };

/** When a step of an answer began, and how long it took. */
export abstract class Step {
  @ApiProperty({ description: 'Milliseconds since the answer was begun.' })
  at_ms: number;
  @ApiProperty({ description: 'Milliseconds that it took.' })
  ms: number;
}

/** What the message was taken for, before anything was searched. */
export class UnderstandStep extends Step {
  @ApiProperty({ enum: ['understand'] })
  kind: 'understand';
  @ApiProperty({ description: 'As it was asked.' })
  text: string;
  @ApiProperty({ example: 'es', description: 'The language of the answer.' })
  language: string;
  @ApiProperty({ ...TEXT, description: 'With the slips of the pen mended; null: there were none.' })
  read_as: string | null;
  @ApiProperty({
    example: 'question',
    description: 'What it wants: question, courtesy, person, complaint, correction, opt-out, …',
  })
  wants: string;
  @ApiProperty({
    enum: ['rules', 'learned', 'offer'],
    description: "What told that; offer: it says yes or no to the bot's own.",
  })
  by: 'rules' | 'learned' | 'offer';
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of what was learned: how probable, from 0 to 1.',
  })
  probability: number | null;
}

/** The operator's own answer was found. */
export class CuratedStep extends Step {
  @ApiProperty({ enum: ['curated'] })
  kind: 'curated';
  @ApiProperty({ description: 'What was asked.' })
  question: string;
  @ApiProperty({ format: 'uuid' })
  answer_id: string;
  @ApiProperty({ description: 'The question that the operator wrote.' })
  title: string;
}

/** Where words of a document stand. */
export class TracedPlace {
  @ApiProperty({ description: "The document's; of what the sender sent, its message's." })
  document_id: string;
  @ApiProperty({ description: "The document's.", example: 'Opening hours' })
  title: string;
  @ApiProperty({ description: 'The headings above it; empty at a top.', example: 'Sunday' })
  section: string;
  @ApiProperty({ type: 'integer', description: 'Its place among those of the document, from 0.' })
  position: number;
}

/** Words that answer a question without a model. */
export class QuotedWords {
  @ApiProperty({ enum: ['hours', 'curated', 'prices', 'search'], description: 'What found them.' })
  by: 'hours' | 'curated' | 'prices' | 'search';
  @ApiProperty()
  text: string;
  @ApiProperty({ description: 'How well they answer, among those for one question.' })
  rank: number;
  @ApiProperty({
    type: [TracedPlace],
    description: 'Where they stand. The opening hours of the settings stand in no document.',
  })
  places: TracedPlace[];
}

/** What the documents' own words are for one question of the message. */
export class QuoteStep extends Step {
  @ApiProperty({ enum: ['quote'] })
  kind: 'quote';
  @ApiProperty()
  question: string;
  @ApiProperty({ ...TEXT, description: 'The questions before, on which it may follow up.' })
  after: string | null;
  @ApiProperty({ type: [QuotedWords], description: 'None where the documents have no answer.' })
  quotes: QuotedWords[];
}
