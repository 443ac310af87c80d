import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ANY_LINE, DEFAULT_LINE } from '../../config/lines/line.js';
import { LINE_MESSAGE } from '../../config/lines/line-in-query.js';
import { Exact, Omissible } from '../../http/validation.js';
import { ENOUGH, type Match, type Passage } from './passage.js';

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

  @ApiPropertyOptional({
    pattern: ANY_LINE.source,
    example: 'default',
    default: DEFAULT_LINE,
    description: 'The line that is asked on: what is for another one alone is not found.',
  })
  @Omissible()
  @IsString({ message: 'must be a text' })
  @Matches(ANY_LINE, { message: LINE_MESSAGE })
  line?: string;
}

const NUMBER = { type: Number, nullable: true };

/** A word of the question, in the form in which it is searched for. */
export class AskedWord {
  @ApiProperty({ example: 'ship' })
  term: string;
  @ApiProperty({ description: 'Rare words weigh more.' })
  weight: number;
}

/** A word of the question, and the passage's word that stands for it. */
export class MatchedWord extends AskedWord {
  @ApiProperty({ example: 'deliveri' })
  found: string;
  @ApiProperty({ enum: ['word', 'translation', 'synonym', 'typo'] })
  by: Match['by'];
}

/** A passage of a document, as the API shows it: with why it was found. */
export class FoundPassage {
  @ApiProperty({ format: 'uuid' })
  document_id: string;
  @ApiProperty({ description: "The document's.", example: 'Opening hours' })
  title: string;
  @ApiProperty({ description: 'The headings above it; empty at a top.', example: 'Sunday' })
  section: string;
  @ApiProperty({ ...NUMBER, description: 'From 1, where the document has pages.' })
  page: number | null;
  @ApiProperty({ description: 'What stands in the document, without escapes, tags and comments.' })
  text: string;
  @ApiProperty({ description: 'Orders the passages of one search; says nothing across searches.' })
  score: number;
  @ApiProperty({ description: 'How sure it is, from 0 to 1, that the passage answers.' })
  relevance: number;
  @ApiProperty({ description: 'Whether an answer may be made from it: see `threshold`.' })
  used: boolean;
  @ApiProperty({ description: 'The part of the question that it has, from 0 to 1.' })
  coverage: number;
  @ApiProperty({ description: 'BM25 on the words.' })
  words: number;
  @ApiProperty({ ...NUMBER, description: 'The cosine of its nearest window, with embeddings.' })
  meaning: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The sentences that come nearest.' })
  window: string | null;
  @ApiProperty({ ...NUMBER, description: 'The score of the rerank endpoint, which then orders.' })
  rerank: number | null;
  @ApiProperty({ description: "Not in the question's language: it ranks lower." })
  other_language: boolean;
  @ApiProperty({ type: [MatchedWord] })
  matched: MatchedWord[];
  @ApiProperty({ type: [AskedWord] })
  missing: AskedWord[];

  static of(passage: Passage): FoundPassage {
    const { documentId, title, section, page, text, score, relevance, coverage } = passage;
    const { words, matched, missing, meaning, window, rerank, foreign } = passage.evidence;
    const place = { document_id: documentId, title, section, page: page ?? null, text };
    return {
      ...place,
      score: rounded(score),
      relevance: rounded(relevance),
      used: relevance >= ENOUGH,
      coverage: rounded(coverage),
      words: rounded(words),
      meaning: meaning === undefined ? null : rounded(meaning),
      window: window ?? null,
      rerank: rerank ?? null,
      other_language: foreign ?? false,
      matched: matched.map((of) => ({ ...of, weight: rounded(of.weight) })),
      missing: missing.map(({ term, weight }) => ({ term, weight: rounded(weight) })),
    };
  }
}

/** The passages that a search found, best first. */
export class FoundPassages {
  @ApiProperty({ type: [FoundPassage] })
  items: FoundPassage[];
  @ApiProperty({ description: 'A passage of less relevance reaches no prompt and no customer.' })
  threshold: number;

  static of(passages: Passage[]): FoundPassages {
    return { items: passages.map(FoundPassage.of), threshold: ENOUGH };
  }
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
