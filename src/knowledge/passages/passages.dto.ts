import { ApiProperty } from '@nestjs/swagger';
import { charactersOf } from '../documents/document.js';
import type { Passage } from '../search/passage.js';

/** A passage of a document, as it is searched and shown to a model. */
export class PassageView {
  @ApiProperty({ type: 'integer', description: 'Its place among those of the document, from 0.' })
  position: number;
  @ApiProperty({ description: 'The headings above it; empty at a top.', example: 'Sunday' })
  section: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'From 1, where the document has pages.',
  })
  page: number | null;
  @ApiProperty({ description: 'What stands in the document, without escapes, tags and comments.' })
  text: string;
  @ApiProperty({ type: 'integer', description: 'How many its text has.' })
  characters: number;

  static of({ position, section, page, text }: Passage): PassageView {
    return { position, section, page: page ?? null, text, characters: charactersOf(text) };
  }
}

/** A page of a document's passages, in their order. */
export class PassagePage {
  @ApiProperty({ type: [PassageView] })
  items: PassageView[];
  @ApiProperty({ type: 'integer', description: 'How many the document has.' })
  total: number;
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
