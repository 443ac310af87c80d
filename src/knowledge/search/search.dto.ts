import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Exact } from '../../http/validation.js';
import type { Passage } from './passage.js';

/** The request to search the documents. */
@Exact()
export class Search {
  @ApiProperty({ minLength: 1, maxLength: 1000, example: 'opening hours on Sundays' })
  @MaxLength(1000, { message: 'must have 1000 characters at most' })
  @MinLength(1, { message: 'must not be empty' })
  @IsString({ message: 'must be a text' })
  query: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 50, default: 5 })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(50, { message: 'must be at most 50' })
  limit: number = 5;
}

/** A passage of a document, as the API shows it. */
export class FoundPassage {
  @ApiProperty({ format: 'uuid' })
  document_id: string;
  @ApiProperty({ description: "The document's.", example: 'Opening hours' })
  title: string;
  @ApiProperty({ description: 'What stands in the document, without escapes, tags and comments.' })
  text: string;
  @ApiProperty({ description: 'Orders the passages of one search; says nothing across searches.' })
  score: number;
}

/** The passages that a search found, best first. */
export class FoundPassages {
  @ApiProperty({ type: [FoundPassage] })
  items: FoundPassage[];

  static of(passages: Passage[]): FoundPassages {
    const items = passages.map(({ documentId, title, text, score }) => ({
      document_id: documentId,
      title,
      text,
      score: Math.round(score * 1000) / 1000,
    }));
    return { items };
  }
}
